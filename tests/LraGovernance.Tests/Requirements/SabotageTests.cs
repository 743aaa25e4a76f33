using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Requirements;

/// <summary>The mutants of <c>tests/sabotage.sh</c> still fit the sources; whether the tests notice them is asked there, outside the gate.</summary>
public sealed class SabotageTests
{
    private static readonly IReadOnlyList<Mutant> Mutants = JsonSerializer.Deserialize<List<Mutant>>(
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "sabotage", "mutants.json")), JsonSerializerOptions.Web)!;

    [Fact]
    public void Each_edit_fits_in_exactly_one_place_and_each_step_is_there() =>
        Mutants.Where(x => !Fits(x)).Select(x => $"{x.Requirement}: {x.File}: {x.Find ?? x.RemoveStep}").ShouldBeEmpty();

    [Fact]
    public void There_are_enough_of_requirements_that_are_shown()
    {
        var shown = RequirementList.Read().All.Where(x => x.NotBuilt is null).Select(x => x.No).Intersect(CitedTest.ReadAll().Where(x => x.Project == "Tests").SelectMany(x => x.Shows)).ToHashSet();
        Mutants.Select(x => x.Requirement).Where(x => !shown.Contains(x)).ShouldBeEmpty();
        Mutants.Select(x => x.Requirement).Distinct().Count().ShouldBeGreaterThanOrEqualTo(30);
    }

    private static bool Fits(Mutant mutant)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, mutant.File));
        return mutant.RemoveStep is { } step
            ? JsonNode.Parse(text)!["root"]!["connections"]!.AsArray().Any(x => (string?)x!["source"]!["activity"] == step && (string?)x["source"]!["port"] == mutant.GoingOnBy)
            : text.Split(mutant.Find).Length == 2 && mutant.Find != mutant.Replace;
    }

    private sealed record Mutant(string Requirement, string Why, string File, string? Find = null, string? Replace = null, string? RemoveStep = null, string? GoingOnBy = null);
}

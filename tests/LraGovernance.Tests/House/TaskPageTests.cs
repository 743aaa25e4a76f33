using System.Text.Json.Nodes;
using LraGovernance.Web.Pages.Tasks;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.HouseRules;

/// <summary>Every step that a definition gives to a person has a page on which that person does it.</summary>
public sealed class TaskPageTests
{
    /// <summary>Kinds whose pages are still being built. Must stay empty when a process is called built.</summary>
    private static readonly string[] Awaited = [];

    [Fact]
    public void Every_kind_of_task_has_a_page_on_which_it_is_done() =>
        Kinds().Where(x => x.Kind != TaskAddresses.ByHand && AddressOf(x.Kind) is null).Select(x => x.Kind).Distinct().Order().ShouldBe(Awaited);

    [Fact]
    public void The_address_of_every_kind_is_a_page_that_exists()
    {
        var routes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/LraGovernance.Web/Pages"), "*.cshtml", SearchOption.AllDirectories)
            .Select(x => File.ReadLines(x).FirstOrDefault() ?? "").Where(x => x.StartsWith("@page \"", StringComparison.Ordinal)).Select(x => x.Split('"')[1]).ToList();
        Kinds().Select(x => AddressOf(x.Kind)).OfType<string>().Distinct()
            .Where(address => !routes.Any(x => x.Contains("{taskId:guid}", StringComparison.Ordinal) && x.Replace("{taskId:guid}", $"{Guid.Empty}", StringComparison.Ordinal) == address)).ShouldBeEmpty();
    }

    /// <summary>What stands for a process that is not built is ticked off by hand; each is named here, so that no step slips in among them.</summary>
    [Fact]
    public void Only_what_stands_for_a_process_not_built_is_ticked_off_by_hand() =>
        Kinds().Where(x => x.Kind == TaskAddresses.ByHand).Select(x => $"{x.File}: {x.Step}").Order(StringComparer.Ordinal).ShouldBe(ByHand);

    private static readonly string[] ByHand =
    [
        "exception-escalation.v1.json: fund",
        "exception-escalation.v1.json: otherwise",
        "service-plan-response.v1.json: chase",
        "specification-refresh.v1.json: escalate",
    ];

    private static string? AddressOf(string kind) => TaskAddresses.Of(kind, Guid.Empty);

    private static IEnumerable<(string File, string Step, string Kind)> Kinds() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.json")
        .SelectMany(file => Nodes(JsonNode.Parse(File.ReadAllText(file))).OfType<JsonObject>().Where(x => (string?)x["type"] == "Lra.AssignTask")
            .Select(x => (Path.GetFileName(file), (string)x["id"]!, (string)x["task"]!["expression"]!["value"]!)));

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(x => Nodes(x.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Nodes),
        _ => [],
    };
}

using LraGovernance.Audit;
using LraGovernance.Running;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Workflows;

/// <summary>A definition that is listed as published never changes; an edit is a new version.</summary>
public sealed class PublishedTests
{
    [Fact]
    public void A_published_definition_is_as_it_was_published()
    {
        var folder = Path.Combine(Repository.Root, "workflows");
        var now = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(x => $"{Path.GetFileName(x)} {CanonicalJson.Hash(File.ReadAllText(x))}").ToList();
        File.ReadAllLines(Path.Combine(folder, "published.txt")).Where(x => x.Length > 0 && x[0] != '#').ShouldBe(now);
    }

    [Fact]
    public void The_definitions_keep_the_house_rules()
    {
        using var services = LraGovernance.Web.Verbs.ProductActivities.Compose(LraGovernance.Web.Serving.Hosting.Folders);
        var catalogue = services.GetRequiredService<WorkflowCatalogue>();
        catalogue.Files.SelectMany(services.GetRequiredService<LraGovernance.HouseRules.HouseRules>().Check).ShouldBeEmpty();
        catalogue.Files.Count.ShouldBeGreaterThan(0);
    }
}

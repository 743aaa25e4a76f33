using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Scenarios;

/// <summary>Each folder beside this file is a definition, what it must write, and why.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> All => [.. Scenario.Names];

    [Theory]
    [MemberData(nameof(All))]
    public void A_scenario_writes_what_is_expected(string name)
    {
        var scenario = Scenario.Open(name);

        scenario.Play(savesBetween: true).ShouldBe(scenario.Expected);
        scenario.Play(savesBetween: false).ShouldBe(scenario.Expected);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_scenario_says_why_it_is_expected(string name) => Scenario.Open(name).Why.ShouldContain("elsa3-format");

    [Fact]
    public void There_is_a_scenario_for_every_activity_of_Elsa()
    {
        var shown = Scenario.Names.SelectMany(name => Scenario.Open(name).Definition.AllActivities()).Select(node => node.Type).ToHashSet();

        LraGovernance.Engine.Definitions.ActivityCatalogue.Elsa.Types.Where(type => !shown.Contains(type)).ShouldBeEmpty();
        Scenario.Names.Count.ShouldBeGreaterThanOrEqualTo(120);
    }
}

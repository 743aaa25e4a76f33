using LraGovernance.Packs;
using LraGovernance.ServicePlans;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.ServicePlans;

/// <summary>The rule: every outcome, and every clause that asks for it, is answered by an activity.</summary>
public sealed class PlanCoverageTests
{
    private static readonly Pack Kent = new PackFolder(Hosting.Folders.Packs).Open(Demonstration.Pack);
    private static readonly SpecificationDocument Document = PackSpecification.Read(Kent);
    private static readonly IReadOnlyList<NumberedActivity> Activities = PackPlan.Activities(Kent);

    [Fact]
    public void The_ninety_activities_answer_everything_that_asks_for_an_answer()
    {
        Activities.Count.ShouldBe(90);
        PlanCoverage.Of(Document, Activities).Count.ShouldBe(4 + 49);
        PlanCoverage.Gaps(Document, Activities).ShouldBeEmpty();
        PlanCoverage.Unlinked(Document, Activities).ShouldBeEmpty();
    }

    [Fact]
    public void Whichever_activity_goes_exactly_what_it_alone_answered_is_a_gap()
    {
        var whole = PlanCoverage.Of(Document, Activities);
        foreach (var gone in Activities)
        {
            PlanCoverage.Gaps(Document, [.. Activities.Where(x => x != gone)]).Select(x => x.Key)
                .ShouldBe(whole.Where(x => x.AnsweredBy.All(number => number == gone.Number)).Select(x => x.Key), gone.Number);
        }
    }

    [Fact]
    public void Without_activities_everything_is_a_gap_and_a_clause_that_does_not_ask_is_none()
    {
        PlanCoverage.Gaps(Document, []).Count.ShouldBe(53);
        var silent = Document.Clauses.First(x => !x.PlanAnswers);
        PlanCoverage.Of(Document, Activities).ShouldNotContain(x => x.Key == silent.Id);
        PlanCoverage.Unlinked(Document, [new("A999", Activities[0].Content with { Clauses = ["99.9"] })]).Single().Number.ShouldBe("A999");
    }

    [Fact]
    public void An_activity_directly_under_an_outcome_answers_it()
    {
        var direct = Activities[0].Content with { Outcome = "O4", Clauses = [] };
        PlanCoverage.Gaps(Document, [new("A001", direct)]).Where(x => x.Kind == "outcome").Select(x => x.Key).ShouldBe(["O1", "O2", "O3"]);
    }
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.ServicePlans;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.ServicePlans;

/// <summary>A plan that does not come in time, and one whose specification changes before it is accepted.</summary>
public sealed class LatePlanTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_plan_that_does_not_come_goes_up_and_is_asked_for_again(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind, new DateOnly(2016, 4, 5));
        await house.MoveToAsync(At(2016, 4, 19));
        var head = await Colleague.OfAsync(house, "head-of-service");
        var first = await head.TaskAsync("draft-plan");
        await using (var db = house.Db())
        {
            (await db.Tasks.SingleAsync(x => x.Kind == "propose-activities")).State.ShouldBe(TaskState.Withdrawn, "the time of the owners is over");
        }

        await house.MoveToAsync(At(2016, 5, 4));
        (await head.TaskAsync("draft-plan")).Id.ShouldBe(first.Id, "29 April and three working days, one Monday being a holiday");
        await house.MoveToAsync(At(2016, 5, 5));
        (await (await Colleague.OfAsync(house, "corporate-director-get")).TaskAsync("start-by-hand")).Title.ShouldBe("See that the service plan comes");
        var second = await head.TaskAsync("draft-plan");
        second.Title.ShouldBe("Submit the service plan, which is overdue");
        (await SubmitAsync(house, head, first.Id)).ShouldBeOfType<SubmitPlanResult.Refused>().Why.ShouldBe(TaskCompletion.AlreadyClosed);
        (await SubmitAsync(house, head, second.Id)).ShouldBeOfType<SubmitPlanResult.Submitted>().Gaps.ShouldBe(0);
        (await (await Colleague.OfAsync(house, "commissioner")).TaskAsync("review-plan")).DueAt.ShouldBe(London.At(new DateOnly(2016, 5, 19), London.CloseOfBusiness), "ten working days to review it");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_clause_that_asks_for_an_answer_and_comes_into_force_meanwhile_sends_an_accepted_plan_back(DatabaseKind kind)
    {
        await using var house = await OpenAsync(kind, new DateOnly(2016, 4, 14));
        var head = await Colleague.OfAsync(house, "head-of-service");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        await SubmitAsync(house, head, (await head.TaskAsync("draft-plan")).Id);
        var review = await commissioner.TaskAsync("review-plan");
        await using (var db = house.Db())
        {
            var specification = await db.Specifications.SingleAsync(x => x.InForceFrom != null);
            var revision = await db.SpecificationRevisions.SingleAsync(x => x.SpecificationId == specification.Id && x.Number == specification.Revision);
            var document = LraGovernance.Specifications.SpecificationDocument.FromJson(revision.Json);
            var json = (document with { Clauses = [.. document.Clauses.Select(x => x.Id == "1.3" ? x with { PlanAnswers = true } : x)] }).ToJson();
            await db.SpecificationRevisions.Where(x => x.SpecificationId == specification.Id && x.Number == specification.Revision).ExecuteUpdateAsync(x => x.SetProperty(r => r.Json, json));
        }

        (await house.SendAsync(new ReviewPlan(house.Randomness.Id("test", "review"), "lra", review.Id, true, true, true, null), commissioner.Actor)).ShouldBeOfType<ReviewPlanResult.Reviewed>();
        (await head.TaskAsync("draft-plan")).Title.ShouldBe("Answer the gaps in the service plan");
        await using var after = house.Db();
        (await after.ServicePlans.SingleAsync()).State.ShouldBe(PlanState.Returned);
        (await after.RecordEntries.SingleAsync(x => x.Event == "coverage-gap")).Body.ShouldContain("clause/1.3");
        (await after.ThreadLinks.CountAsync(x => x.ToKind == "activity")).ShouldBe(0);
    }

    private static DateTimeOffset At(int year, int month, int day) => London.At(new DateOnly(year, month, day), new TimeOnly(12, 0));

    /// <summary>With nothing due but what the plan waits for.</summary>
    private static async Task<House> OpenAsync(DatabaseKind kind, DateOnly playedTo)
    {
        var house = await House.OpenAsync(kind, playedTo);
        await using var db = house.Db();
        var instance = await db.Instances.SingleAsync(x => x.DefinitionId == "service-plan-response");
        await db.Agenda.Where(x => !x.Key.StartsWith(instance.Id.ToString())).ExecuteDeleteAsync();
        return house;
    }

    private static Task<SubmitPlanResult> SubmitAsync(House house, Colleague head, Guid task) =>
        house.SendAsync(new SubmitPlan(house.Randomness.Id("test", $"submit/{task}"), "lra", task), head.Actor);
}

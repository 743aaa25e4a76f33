using LraGovernance.Data;
using LraGovernance.Running;
using LraGovernance.ServicePlans;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static LraGovernance.Tests.ServicePlans.PlanForms;

namespace LraGovernance.Tests.ServicePlans;

/// <summary>The plan from its proposal to in force, each step on the page of whoever does it; and amended in force.</summary>
public sealed class ServicePlanTests
{
    private static readonly DateOnly Drafting = new(2016, 4, 14);
    private static readonly DateOnly InForce = new(2016, 6, 1);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-049")]
    [Trait("Requirement", "R-050")]
    public async Task A_plan_with_a_gap_comes_back_is_answered_returned_by_the_commissioner_accepted_and_public(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Drafting);
        using var head = await site.SignInAsync(Head);
        using var commissioner = await site.SignInAsync(Commissioner);
        using var nobody = site.Browser();
        var draft = await site.PlanTaskAsync("draft-plan");
        (await head.OpenAsync(draft)).Text.ShouldContain("each of the 49 clauses that ask for an answer");
        await head.SubmitAsync(await head.OpenAsync($"/service-plans/{Year}/edit/A080?task={TaskIdOf(draft)}"), Registers("3.4, 10.7"));
        Gaps(await head.OpenAsync(draft)).ShouldBe(["Clause 4.5 Records and personal information"]);
        var twice = await head.OpenAsync(draft);
        (await head.SubmitAsync(twice)).Text.ShouldContain("The plan has come back to you");
        (await head.SubmitAsync(twice)).Text.ShouldContain("done");

        var fill = await head.OpenAsync(await site.PlanTaskAsync("draft-plan"));
        fill.Heading.ShouldBe("Answer the gaps in the service plan");
        Gaps(fill).ShouldBe(["Clause 4.5 Records and personal information"]);
        (await commissioner.OpenAsync($"/service-plans/{Year}")).Text.ShouldContain("Returned to the service");
        (await nobody.OpenAsync($"/service-plans/{Year}")).Status.ShouldBe(404, "it is not public yet");
        (await nobody.OpenAsync($"/service-plans/{Year}/A080")).Status.ShouldBe(404);
        await using (var db = site.Db())
        {
            (await db.RecordEntries.SingleAsync(x => x.Event == "coverage-gap")).Body.ShouldContain("clause/4.5");
            (await db.Tasks.CountAsync(x => x.Kind == "review-plan")).ShouldBe(0, "what has gaps does not reach the commissioner");
        }

        var again = await site.PlanTaskAsync("draft-plan");
        await head.SubmitAsync(await head.OpenAsync($"/service-plans/{Year}/edit/A080?task={TaskIdOf(again)}"), Registers("3.4, 4.5, 10.7"));
        (await head.SubmitAsync(await head.OpenAsync(again))).Text.ShouldContain("Submitted: the commissioner reviews the plan");
        var review = await commissioner.OpenAsync(await site.PlanTaskAsync("review-plan"));
        (await commissioner.SubmitAsync(review)).Errors.Count.ShouldBe(3);
        (await commissioner.SubmitAsync(review, Review(principles: false))).Errors.ShouldBe(["Enter what has to change"]);
        await commissioner.SubmitAsync(review, Review(principles: false, "Say what is done for those who do not come."));
        var revise = await head.OpenAsync(await site.PlanTaskAsync("draft-plan"));
        revise.Text.ShouldContain("Say what is done for those who do not come.");
        await head.SubmitAsync(revise);
        var accepted = await commissioner.SubmitAsync(await commissioner.OpenAsync(await site.PlanTaskAsync("review-plan")), Review(principles: true));
        accepted.Text.ShouldContain("It was accepted in answer to version 1.0");
        var read = await nobody.OpenAsync($"/service-plans/{Year}");
        read.Page.QuerySelectorAll("main tr[id]").Length.ShouldBe(90);
        read.Text.ShouldNotContain("Say what is done for those who do not come.");
        await using var after = site.Db();
        (await after.Instances.SingleAsync(x => x.DefinitionId == "service-plan-response")).Status.ShouldBe(InstanceStatus.Finished);
        (await after.PlanRevisions.CountAsync()).ShouldBe(3);
        (await after.Tasks.CountAsync(x => x.Process == "service-plan-response" && x.State == TaskState.Open)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-067")]
    public async Task Taking_an_activity_out_of_the_plan_in_force_reopens_the_gap_and_another_closes_it(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        using var head = await site.SignInAsync(Head);
        using var commissioner = await site.SignInAsync(Commissioner);
        using var nobody = site.Browser();
        string[] gap = ["Clause 4.5 Records and personal information", "Clause 10.7 Registers and certificates"];
        Gaps(await nobody.OpenAsync($"/service-plans/{Year}")).ShouldBeEmpty();
        (await LooseAsync()).ShouldNotContain("/thread/clause/2016-17/4.5");
        var back = await commissioner.OpenAsync("/thread/activity/2016-17/A080");
        back.Page.QuerySelectorAll("main ul a").Select(x => x.GetAttribute("href")).ShouldContain("/thread/clause/2016-17/4.5");
        (await commissioner.OpenAsync($"/service-plans/{Year}/remove/A080")).Status.ShouldBe(404, "the plan is the service's");

        var remove = await head.OpenAsync($"/service-plans/{Year}/remove/A080");
        remove.Text.ShouldContain("It will be a gap in the plan.");
        (await head.SubmitAsync(remove)).Errors.ShouldBe(["Enter why it is taken out"]);
        var removed = await head.SubmitAsync(remove, new Dictionary<string, string> { ["Form.Reason"] = "The register office does it under another plan." });
        Gaps(removed).ShouldBe(gap);
        Gaps(await nobody.OpenAsync($"/service-plans/{Year}")).ShouldBe(gap, "the public sees it too");
        Words(await nobody.OpenAsync($"/service-plans/{Year}")).ShouldContain("Taken out The register office does it under another plan.");
        (await nobody.OpenAsync($"/service-plans/{Year}/A080")).Text.ShouldContain("It has been taken out of the plan");
        (await head.SubmitAsync(remove, new Dictionary<string, string> { ["Form.Reason"] = "Once more." })).Status.ShouldBe(200, "a second click changes nothing");
        (await LooseAsync()).ShouldBe(["/thread/clause/2016-17/4.5", "/thread/clause/2016-17/10.7"], ignoreOrder: true);
        await using (var db = site.Db())
        {
            var entry = await db.RecordEntries.SingleAsync(x => x.Event == "service-plan-amended");
            entry.Body.ShouldContain("clause/10.7");
            entry.Body.ShouldNotContain("another plan", Case.Sensitive, "a reason stands beside the chain");
            (await db.PlanActivities.Where(x => x.Number == "A080").OrderBy(x => x.Version).Select(x => x.Removed).ToListAsync())[^1].ShouldBeTrue();
        }

        var add = await head.OpenAsync($"/service-plans/{Year}/edit");
        var unknown = await head.SubmitAsync(add, NewOne("4.5, 10.77", "It was missed."));
        unknown.Errors.ShouldBe(["There is no '10.77'"]);
        var added = await head.SubmitAsync(unknown, NewOne("4.5, 10.7", "It was missed."));
        added.Text.ShouldContain("Saved: activity A091");
        Gaps(added).ShouldBeEmpty();
        (await LooseAsync()).Where(x => x!.StartsWith("/thread/clause", StringComparison.Ordinal)).ShouldBeEmpty();
        (await commissioner.OpenAsync("/thread/activity/2016-17/A091")).Heading.ShouldBe("A091 Keep registers and certificates in order");

        async Task<IReadOnlyList<string?>> LooseAsync() => [.. (await commissioner.OpenAsync("/thread")).Page.QuerySelectorAll("main table")[0].QuerySelectorAll("a")
            .Select(x => x.GetAttribute("href")).Where(x => x!.Contains("/clause/", StringComparison.Ordinal) || x.Contains("/activity/", StringComparison.Ordinal))];
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-060")]
    [Trait("Requirement", "R-062")]
    public async Task An_owner_writes_the_activities_of_their_own_function_and_of_no_other(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, new(2016, 4, 5));
        using var owner = await site.SignInAsync("owner-registration@kent.example");
        using var other = await site.SignInAsync("owner-stock@kent.example");
        var task = await site.PlanTaskAsync("propose-activities");
        var own = await owner.OpenAsync($"/service-plans/{Year}/edit/A080?task={TaskIdOf(task)}");
        var late = await owner.OpenAsync($"/service-plans/{Year}/edit/A080?task={TaskIdOf(task)}");
        var foreign = await other.OpenAsync($"/service-plans/{Year}/edit/A080?task={TaskIdOf(task)}");
        (await owner.SubmitAsync(own, new Dictionary<string, string>(Registers("3.4, 4.5")) { ["Form.Activity.Places"] = "" })).Errors.ShouldBe(["Enter where it takes place"]);
        (await owner.SubmitAsync(own, Registers("3.4, 4.5"))).Text.ShouldContain("Saved: activity A080");
        (await owner.SubmitAsync(late, Registers("3.4"))).Text.ShouldContain("A colleague has saved this activity since you opened it");
        (await other.SubmitAsync(foreign, Registers("3.4"))).Text.ShouldContain("Only the owner of a function's activities");
        (await owner.OpenAsync($"/service-plans/{Year}/edit/A080")).Status.ShouldBe(404, "outside the task it is the head of service's, and only in force");
        (await owner.SubmitAsync(await owner.OpenAsync(task))).Text.ShouldContain("Proposed");
        await using var db = site.Db();
        (await db.PlanActivities.SingleAsync(x => x.Number == "A080" && x.SupersededAt == null)).Read().Clauses.ShouldBe(["3.4", "4.5"]);
        (await db.Tasks.SingleAsync(x => x.Kind == "propose-activities")).State.ShouldBe(TaskState.Open, "four functions are still to propose");
    }
}

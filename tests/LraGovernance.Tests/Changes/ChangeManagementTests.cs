using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Changes;

/// <summary>A change that is not minor, step by step on the pages of those who do it (004 6.4; clause 20.3).</summary>
public sealed class ChangeManagementTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-122")]
    [Trait("Requirement", "R-123")]
    public async Task Business_case_money_and_equality_come_before_the_Board(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, new DateOnly(2016, 10, 3));
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        using var finance = await site.SignInAsync("finance-partner@kent.example");
        using var director = await site.SignInAsync("corporate-director@kent.example");
        using var lead = await site.SignInAsync("equality-lead@kent.example");
        (await commissioner.OpenAsync("/changes")).Text.ShouldContain("as both sides have agreed it: clause 20.3 of version 1.1");

        var write = await commissioner.OpenAsync(await PathOfAsync(site, "write-business-case"));
        (await commissioner.SubmitAsync(write)).Errors.Count.ShouldBe(5);
        var written = await commissioner.SubmitAsync(write, new Dictionary<string, string>
        {
            ["Form.BusinessCase"] = "Twelve more villages.", ["Form.Options"] = "Leave it.", ["Form.Communication"] = "By letter.", ["Form.NeedsFormalDecision"] = "true",
            ["Form.ReviewOn.Day"] = "29", ["Form.ReviewOn.Month"] = "9", ["Form.ReviewOn.Year"] = "2017",
        });
        written.Text.ShouldContain("Twelve more villages.");
        await finance.SubmitAsync(await finance.OpenAsync(await PathOfAsync(site, "assess-finance")), new Dictionary<string, string> { ["Form.Text"] = "From the reserve." });

        var screen = await commissioner.OpenAsync(await PathOfAsync(site, "screen-equality"));
        (await commissioner.SubmitAsync(screen)).Errors.Count.ShouldBe(36, "four questions of eight groups, two texts, the judgement and its reasons");
        var answers = new Dictionary<string, string> { ["Form.Context"] = "Stops.", ["Form.Consultation"] = "Parishes.", ["Form.Judgement"] = "ScreeningIsEnough", ["Form.Reasons"] = "Nobody loses." };
        for (var i = 0; i < EqualityWords.Characteristics.Count; i++)
        {
            (answers[$"Form.Groups[{i}].Differs"], answers[$"Form.Groups[{i}].Promotes"]) = ("false", "false");
            (answers[$"Form.Groups[{i}].Positive"], answers[$"Form.Groups[{i}].Negative"]) = ("None", "None");
        }

        (await commissioner.SubmitAsync(screen, answers)).Text.ShouldContain("The screening is enough. Nobody loses.");
        await using var db = site.Db();
        (await db.DecisionRequests.CountAsync(x => x.PaperKind == "change")).ShouldBe(0, "nobody decides before its effect on equality is known");
        await director.SubmitAsync(await director.OpenAsync(await PathOfAsync(site, "sign-equality")), new Dictionary<string, string> { ["Form.Signs"] = "true" });
        (await lead.SubmitAsync(await lead.OpenAsync(await PathOfAsync(site, "sign-equality")), new Dictionary<string, string> { ["Form.Signs"] = "true" })).Text.ShouldContain("by the equality lead on 3 October 2016");
        (await db.DecisionRequests.CountAsync(x => x.PaperKind == "change")).ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "R-043")]
    public async Task The_clerk_records_the_formal_decision_and_a_key_one_only_after_its_notice()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 11, 21));
        using var clerk = await site.SignInAsync("committee-clerk@kent.example");
        var form = await clerk.OpenAsync(await PathOfAsync(site, "record-formal-decision"));
        form.Text.ShouldContain("A key decision can be taken from 15 December 2016 on");
        var entry = new Dictionary<string, string>
        {
            ["Form.Entry.Taker"] = "CabinetMember", ["Form.Entry.IsKey"] = "true", ["Form.Entry.Agreed"] = "true", ["Form.Entry.Reference"] = "16/1", ["Form.Entry.Reasons"] = "Need.",
            ["Form.Entry.OptionsRejected"] = "None", ["Form.Entry.Interests"] = "None", ["Form.Entry.DecidedOn.Day"] = "21", ["Form.Entry.DecidedOn.Month"] = "11", ["Form.Entry.DecidedOn.Year"] = "2016",
        };
        var early = await clerk.SubmitAsync(form, entry);
        early.Errors.ShouldHaveSingleItem().ShouldContain("cannot be taken before 15 December 2016");
        await clerk.SubmitAsync(early, new Dictionary<string, string>(entry) { ["Form.Entry.IsKey"] = "false" });
        using var anybody = site.Browser();
        (await anybody.OpenAsync("/formal-decisions")).Text.ShouldContain("Agreed by the Cabinet Member on 21 November 2016, 16/1");
        await using var db = site.Db();
        (await db.FormalDecisions.SingleAsync()).CallInUntil.ShouldBe(new DateOnly(2016, 11, 28));
        (await db.RecordEntries.CountAsync(x => x.Event == "formal-decision")).ShouldBe(1);
        site.Clock.MoveTo(London.At(new DateOnly(2016, 11, 28), new TimeOnly(23, 59)));
        await site.WorkAsync();
        (await db.DecisionRequests.CountAsync(x => x.PaperKind == "change" && x.BodyKey == "service-management")).ShouldBe(0, "it can still be called in");
        site.Clock.MoveTo(London.At(new DateOnly(2016, 11, 29), new TimeOnly(6, 0)));
        await site.WorkAsync();
        (await db.DecisionRequests.CountAsync(x => x.PaperKind == "change" && x.BodyKey == "service-management")).ShouldBe(1);
    }

    [Fact]
    public void A_key_decision_needs_its_whole_notice() =>
        (FormalDecisionRules.Earliest(new(2016, 11, 17), true, 28), FormalDecisionRules.Earliest(new(2016, 11, 17), false, 28)).ShouldBe((new DateOnly(2016, 12, 15), new DateOnly(2016, 11, 17)));

    private static async Task<string> PathOfAsync(Site site, string kind)
    {
        await using var db = site.Db();
        return $"/tasks/{(await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open)).Id}";
    }
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Specifications;
using LraGovernance.Tests.Variations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Specifications;

/// <summary>A version comes into force while the refresh is in drafting: nothing agreed is lost by the refresh without somebody saying so.</summary>
public sealed class ChangedSinceTests
{
    private static readonly DateOnly Drafting = new(2016, 10, 14);

    /// <summary>Signed off by everybody, and not in force before 1 April.</summary>
    private static readonly DateOnly Published = new(2017, 2, 1);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-031")]
    [Trait("Requirement", "R-124")]
    public async Task The_author_takes_over_or_leaves_out_what_has_come_into_force_meanwhile(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, Drafting);
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("draft-specification");
        (await house.SendAsync(new ReadDraft(task.Id), commissioner.Actor))!.ChangedSince.ShouldBeNull();
        foreach (var clause in (string[])["13.1", "6.1"])
        {
            var number = await Acts.RaiseAsync(house, clause);
            await Acts.AssessBothAsync(house);
            await Acts.AgreeAllAsync(house, number);
        }

        var draft = (await house.SendAsync(new ReadDraft(task.Id), commissioner.Actor))!;
        draft.ChangedSince!.Open.Select(x => x.Piece).ShouldBe(["clause/6.1", "clause/13.1"]);
        draft.ChangedSince.Taking(draft.Document, draft.ChangedSince.Open[0]).Clauses.ShouldHaveSingleItem().Id.ShouldBe("6.1");
        var submit = new SubmitDraft(house.Randomness.Id("c", "early"), "lra", task.Id);
        (await house.SendAsync(submit, commissioner.Actor)).ShouldBeOfType<SubmitDraftResult.Unsettled>().Pieces.ShouldBe(["clause/6.1", "clause/13.1"]);

        SettleChange Settle(int piece, bool take, string? reason, string id) => new(
            house.Randomness.Id("settle", id), "lra", task.Id, draft.ChangedSince!.Open[piece].Piece, draft.ChangedSince.Open[piece].InForce, take, reason);
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => house.SendAsync(Settle(0, false, " ", "1"), commissioner.Actor));
        (await house.SendAsync(Settle(0, true, null, "2") with { InForce = "0000" }, commissioner.Actor)).ShouldBeOfType<SettleChangeResult.ChangedMeanwhile>();
        (await house.SendAsync(Settle(0, true, null, "3"), commissioner.Actor)).ShouldBeOfType<SettleChangeResult.Settled>();
        (await house.SendAsync(Settle(0, true, null, "4"), commissioner.Actor)).ShouldBeOfType<SettleChangeResult.ChangedMeanwhile>("it has been answered");
        (await house.SendAsync(Settle(1, false, "The refresh says it better.", "5"), commissioner.Actor)).ShouldBeOfType<SettleChangeResult.Settled>();

        var settled = (await house.SendAsync(new ReadDraft(task.Id), commissioner.Actor))!;
        settled.ChangedSince.ShouldBeNull();
        settled.Document.Clauses.Single(x => x.Id == "6.1").Text.ShouldEndWith(Acts.Addition);
        settled.Document.Clauses.Single(x => x.Id == "13.1").Text.ShouldNotContain(Acts.Addition);
        settled.Document.Clauses.Select(x => x.Id).ShouldBe(draft.Document.Clauses.Select(x => x.Id), "in their order");
        (await house.SendAsync(submit with { CommandId = house.Randomness.Id("c", "now") }, commissioner.Actor)).ShouldBeOfType<SubmitDraftResult.Submitted>();
        await using var db = house.Db();
        (await db.RecordEntries.CountAsync(x => x.Event == "change-settled")).ShouldBe(2);
        (await db.DraftChoices.SingleAsync(x => !x.Taken)).Reason.ShouldBe("The refresh says it better.");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-031")]
    [Trait("Requirement", "R-124")]
    public async Task What_is_agreed_after_the_refresh_has_left_drafting_is_not_replaced_unsaid(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, Published);
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var number = await Acts.RaiseAsync(house, "13.1");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house, number);
        await house.MoveToAsync(London.At(new DateOnly(2017, 4, 3), House.Morning));

        (await house.SendAsync(new ReadSpecification("lra")))!.Document.Clauses.Single(x => x.Id == "13.1").Text.ShouldNotContain(Acts.Addition); // the refresh was signed off without it
        var behind = (await house.SendAsync(new ReadLeftBehind("lra", "2017-18"), commissioner.Actor))!;
        behind.Version.ShouldBe("3.0");
        behind.Behind.Open.ShouldHaveSingleItem().Piece.ShouldBe("clause/13.1");
        behind.Lost.Clauses.ShouldHaveSingleItem().Id.ShouldBe("13.1");
        var task = await commissioner.TaskAsync("settle-left-behind");
        var settle = new SettleLeftBehind(house.Randomness.Id("settle", "behind"), "lra", task.Id, true, "VA-2017-18-001");
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => house.SendAsync(settle with { Text = " " }, commissioner.Actor));
        var head = await Colleague.OfAsync(house, "head-of-service");
        (await house.SendAsync(settle with { CommandId = house.Randomness.Id("settle", "other") }, head.Actor)).ShouldBeOfType<SettleLeftBehindResult.Refused>();
        var again = await Acts.RaiseAsync(house, "13.1");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house, again);
        (await house.SendAsync(settle, commissioner.Actor)).ShouldBeOfType<SettleLeftBehindResult.Settled>();
        await using var db = house.Db();
        (await db.RecordEntries.CountAsync(x => x.Event == "changes-left-behind")).ShouldBe(1);
        var refreshed = await db.Specifications.SingleAsync(x => x.FinancialYear == "2017-18" && x.Major == 3 && x.Minor == 0);
        (await db.RecordEntries.SingleAsync(x => x.Event == "left-behind-settled")).Subject.ShouldBe($"specification/{refreshed.Id}");
        (await db.Instances.CountAsync(x => x.DefinitionId == "service-plan-response" && x.Key == "2017-18")).ShouldBe(1, "the service answers all the same");
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_commissioner_sees_what_is_left_behind_and_says_what_becomes_of_it()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Published);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        using var head = await site.SignInAsync("head-of-service@kent.example");
        using var senior = await site.SignInAsync("manager-operations@kent.example");
        await VariationPagesTests.AgreeOneAsync(site, commissioner, head, senior);
        site.Clock.MoveTo(London.At(new DateOnly(2017, 4, 1), new TimeOnly(6, 0)));
        await site.WorkAsync();

        var page = await commissioner.OpenAsync(await VariationPagesTests.PathOfAsync(site, "settle-left-behind"));
        page.Heading.ShouldBe("Say what becomes of changes that the new version leaves behind");
        page.Text.ShouldContain("clause 13.2");
        page.Text.ShouldContain(Acts.Addition);
        (await commissioner.SubmitAsync(page)).Errors.ShouldBe(["Select what becomes of them", "Enter the numbers of the variations, or why they are given up"]);
        (await commissioner.SubmitAsync(page, new Dictionary<string, string> { ["Form.RaisedAgain"] = "false", ["Form.Text"] = "The refresh says it better." }))
            .Text.ShouldContain("Recorded: what becomes of the changes left behind");
    }
}

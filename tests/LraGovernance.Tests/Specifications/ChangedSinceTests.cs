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
}

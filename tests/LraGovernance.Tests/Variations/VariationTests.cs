using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Variations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Variations;

/// <summary>The process of 004 6.3 at the command door, from 1.0 in force.</summary>
public sealed class VariationTests
{
    private static readonly DateOnly InForce = new(2016, 4, 10);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-116")]
    [Trait("Requirement", "R-124")]
    [Trait("Requirement", "R-040")]
    public async Task A_minor_variation_agreed_by_all_three_is_in_force_as_the_next_minor_version(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, InForce);
        var number = await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house);

        await using var db = house.Db();
        var variation = await db.Variations.SingleAsync(x => x.Number == number);
        (variation.State, variation.Class, variation.ProducedVersion, variation.InForceFrom).ShouldBe((VariationState.Applied, ChangeClass.Minor, "1.1", InForce));
        var now = (await house.SendAsync(new ReadSpecification("lra")))!;
        (now.Version.Name, now.Version.InForceFrom).ShouldBe(("1.1", InForce));
        now.Document.Clauses.Single(x => x.Id == "13.2").Text.ShouldEndWith(Acts.Addition);
        var before = now.Versions.Single(x => x.Name == "1.0");
        (before.State, before.InForceUntil).ShouldBe((SpecificationState.Superseded, InForce.AddDays(-1)));
        (await house.SendAsync(new CompareVersions("lra", "1.0", "1.1")))!.Difference.Clauses.ShouldHaveSingleItem().Id.ShouldBe("13.2");
        await house.WorkAsync();
        house.Mails.All.Count(x => x.Subject == $"Variation {number} is in force").ShouldBe(4, "the Board is told, each once");
        (await db.ThreadLinks.CountAsync(x => x.FromKind == "variation" && x.FromKey == number)).ShouldBe(2, "the clause and the version");
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Theory]
    [InlineData(0, "Minor")]
    [InlineData(1, "MovedUp")]
    [InlineData(-1, "MovedUp")]
    [Trait("Requirement", "R-119")]
    [Trait("Requirement", "R-120")]
    public async Task No_effect_on_the_budget_stays_minor_and_any_effect_moves_up(decimal effect, string ends)
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        var number = await Acts.RaiseAsync(house, "13.2", effect);
        await Acts.AssessAsync(house, "commissioner");

        await using var db = house.Db();
        var variation = await db.Variations.SingleAsync(x => x.Number == number);
        if (ends == "Minor")
        {
            (variation.State, variation.Class).ShouldBe((VariationState.Assessing, ChangeClass.Minor));
            return;
        }

        (variation.State, variation.Class, variation.MovedUpBecause).ShouldBe((VariationState.MovedUp, ChangeClass.Substantive, "It affects the agreed budget"));
        var change = await db.Changes.SingleAsync(x => x.Variation == number);
        (await db.Tasks.SingleAsync(x => x.InstanceKey == change.Number && x.State == TaskState.Open)).Title.ShouldBe("Write the business case of a change");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-120")]
    public async Task What_is_moved_up_by_hand_cannot_come_down(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, InForce);
        var number = await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        var manager = await Colleague.OfAsync(house, "senior-manager");
        var asked = await manager.TaskAsync("agree-variation");
        var chair = await Colleague.OfAsync(house, "cabinet-member-community-services");
        var move = new MoveUp(house.Randomness.Id("c", "up"), "lra", number, "The Board should see this.");
        (await house.SendAsync(move, chair.Actor)).ShouldBeOfType<MoveUpResult.Submitted>();
        (await house.SendAsync(move, chair.Actor)).ShouldBeOfType<MoveUpResult.Submitted>("a second click is the same command");
        (await house.SendAsync(move with { CommandId = house.Randomness.Id("c", "again") }, chair.Actor)).ShouldBe(new MoveUpResult.Closed(VariationState.MovedUp));
        (await house.SendAsync(new AgreeVariation(house.Randomness.Id("c", "late"), "lra", asked.Id, true, null), manager.Actor)).ShouldBe(new AgreeVariationResult.Refused(TaskCompletion.AlreadyClosed));

        await using var db = house.Db();
        (await db.Variations.SingleAsync()).State.ShouldBe(VariationState.MovedUp);
        (await db.Tasks.CountAsync(x => x.Kind == "agree-variation" && x.State == TaskState.Withdrawn)).ShouldBe(3);
        (await house.SendAsync(new ReadSpecification("lra")))!.Version.Name.ShouldBe("1.0");
        (await db.Instances.SingleAsync(x => x.DefinitionId == "contract-variation")).Status.ShouldBe(InstanceStatus.Finished);
    }

    [Fact]
    [Trait("Requirement", "R-116")]
    public async Task The_first_that_declines_ends_it_and_the_others_are_asked_no_more()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAsync(house, "commissioner");
        (await Acts.AgreeAsync(house, "head-of-service", agrees: false)).ShouldBeOfType<AgreeVariationResult.Declined>();

        await using var db = house.Db();
        (await db.Variations.SingleAsync()).State.ShouldBe(VariationState.Declined);
        (await db.Tasks.SingleAsync(x => x.Kind == "agree-variation" && x.Role == "senior-manager")).State.ShouldBe(TaskState.Withdrawn);
        (await house.SendAsync(new ReadSpecification("lra")))!.Version.Name.ShouldBe("1.0");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-124")]
    public async Task Of_two_variations_of_one_clause_the_second_is_overtaken_and_nothing_is_lost(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, InForce);
        var first = await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        var second = await Acts.RaiseAsync(house, "13.2", text: "Another text.");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house, first);
        await Acts.AgreeAllAsync(house, second);

        await using var db = house.Db();
        (await db.Variations.SingleAsync(x => x.Number == first)).State.ShouldBe(VariationState.Applied);
        var lost = await db.Variations.SingleAsync(x => x.Number == second);
        lost.State.ShouldBe(VariationState.Overtaken);
        VariationProposal.FromJson(lost.Proposal).Clauses.Single().Text.ShouldBe("Another text.");
        var now = (await house.SendAsync(new ReadSpecification("lra")))!;
        now.Version.Name.ShouldBe("1.1");
        now.Document.Clauses.Single(x => x.Id == "13.2").Text.ShouldEndWith(Acts.Addition);
    }

    [Fact]
    public async Task A_variation_of_a_text_that_is_not_in_force_any_more_is_not_raised()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        var stale = await Acts.EditAsync(house, "13.2", "Another text.");
        await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house);
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var result = await house.SendAsync(new RaiseVariation(house.Randomness.Id("c", "stale"), "lra", new("T", "W", "I", new([stale], [], [], 0))), commissioner.Actor);
        result.ShouldBeOfType<RaiseVariationResult.ChangedMeanwhile>().Pieces.ShouldBe(["13.2"]);
    }

    [Fact]
    [Trait("Requirement", "R-115")]
    public async Task After_three_in_one_section_the_next_moves_up_by_itself()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        foreach (var clause in (string[])["13.1", "13.2", "13.3"])
        {
            await Acts.RaiseAsync(house, clause);
            await Acts.AssessBothAsync(house);
            await Acts.AgreeAllAsync(house);
        }

        var elsewhere = await Acts.RaiseAsync(house, "8.1");
        await Acts.AssessAsync(house, "commissioner");
        var fourth = await Acts.RaiseAsync(house, "13.4");
        await Acts.AssessAsync(house, "commissioner");

        await using var db = house.Db();
        (await db.Variations.SingleAsync(x => x.Number == elsewhere)).State.ShouldBe(VariationState.Assessing, "another section");
        var moved = await db.Variations.SingleAsync(x => x.Number == fourth);
        moved.State.ShouldBe(VariationState.MovedUp);
        moved.MovedUpBecause!.ShouldStartWith("3 minor variations have been applied to the section 'access'");
        (await house.SendAsync(new ReadSpecification("lra")))!.Version.Name.ShouldBe("1.3");
    }

    [Fact]
    [Trait("Requirement", "R-117")]
    public async Task An_altered_objective_is_cited_and_must_be_one()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        var number = await Acts.RaiseAsync(house, "3.1");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("assess-variation");
        var yes = new AssessVariation(house.Randomness.Id("c", "1"), "lra", task.Id, new(true, "It gives up the aim."), ["13.2"], new(false, "No."), new(false, "No."), true, true, false);
        (await house.SendAsync(yes, commissioner.Actor)).ShouldBe(new AssessVariationResult.NoObjective("13.2"));
        await Should.ThrowAsync<FluentValidation.ValidationException>(() => house.SendAsync(yes with { CommandId = house.Randomness.Id("c", "2"), Objectives = [] }, commissioner.Actor));
        (await house.SendAsync(yes with { CommandId = house.Randomness.Id("c", "3"), Objectives = ["3.1"] }, commissioner.Actor)).ShouldBeOfType<AssessVariationResult.Submitted>();

        await using var db = house.Db();
        (await db.Variations.SingleAsync(x => x.Number == number)).Class.ShouldBe(ChangeClass.Fundamental);
        (await db.VariationAssessments.SingleAsync()).Objectives.ShouldBe("3.1");
    }

    [Fact]
    public async Task Somebody_else_neither_raises_nor_assesses_nor_moves_up()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        var number = await Acts.RaiseAsync(house, "13.2");
        var clerk = await Colleague.OfAsync(house, "committee-clerk");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("assess-variation");
        (await house.SendAsync(Acts.NoToAll(house, task.Id, "x"), clerk.Actor)).ShouldBe(new AssessVariationResult.Refused(TaskCompletion.NotYours));
        await Should.ThrowAsync<NotAllowedException>(() => house.SendAsync(new MoveUp(house.Randomness.Id("c", "1"), "lra", number, "Why not."), clerk.Actor));
        await Should.ThrowAsync<NotAllowedException>(async () => await house.SendAsync(
            new RaiseVariation(house.Randomness.Id("c", "2"), "lra", new("T", "W", "I", new([await Acts.EditAsync(house, "13.2", "x")], [], [], 0))), clerk.Actor));
    }
}

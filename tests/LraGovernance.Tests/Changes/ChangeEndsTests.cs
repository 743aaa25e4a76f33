using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Changes;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tests.Variations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Changes;

/// <summary>How a change ends where it does not simply come into force.</summary>
public sealed class ChangeEndsTests
{
    private const string Number = "CH-2016-17-001";

    [Fact]
    [Trait("Requirement", "R-043")]
    public async Task The_Board_signs_a_paper_with_every_figure_and_word_that_changes_and_may_ask_for_changes()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 11, 15));
        var first = await RequestAsync(house);
        await using (var db = house.Db())
        {
            var paper = (await db.CasePapers.SingleAsync(x => x.Hash == first.DocumentHash)).Json;
            paper.ShouldContain("with six vehicles");
            paper.ShouldContain("Figures that change");
            paper.ShouldContain("5,009");
            paper.ShouldContain("5,047");
            paper.ShouldContain("Signed by the senior officer and the directorate equality lead.");
        }

        await DecideAsync(house, first, "corporate-director", "AskForChanges");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("write-business-case");
        task.Title.ShouldBe("Change the business case as the Board asks");
        (await house.SendAsync(new WriteBusinessCase(house.Randomness.Id("c", "again"), "lra", task.Id, "Twelve villages, and no fewer stops elsewhere.", "Leave it.", "By letter.", new(2017, 9, 29), true), commissioner.Actor))
            .ShouldBeOfType<WriteBusinessCaseResult.Submitted>();

        await using var after = house.Db();
        var second = await after.DecisionRequests.SingleAsync(x => x.PaperKey == Number && x.State == RequestState.Open);
        second.DocumentHash.ShouldNotBe(first.DocumentHash, "another text is another decision");
        (await after.Instances.CountAsync(x => x.DefinitionId == "equality-impact-assessment" && x.Key == Number)).ShouldBe(1, "its effect on equality is known already");
        (await after.Incidents.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-124")]
    public async Task A_change_of_a_clause_that_a_variation_has_changed_meanwhile_is_overtaken_and_overwrites_nothing(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2016, 11, 30));
        var number = await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house, number);
        await house.MoveToAsync(London.At(new DateOnly(2016, 12, 6), new TimeOnly(9, 0)));
        await DecideAsync(house, await RequestAsync(house), "head-of-service", "Agree");

        await using var db = house.Db();
        var change = await db.Changes.SingleAsync(x => x.Number == Number);
        (change.State, change.Outcome, change.ProducedVersion).ShouldBe((ChangeState.Closed, "Overtaken by another version", null));
        await house.WorkAsync();
        house.Mails.To("board-member@kent.example").Select(x => x.Subject).ShouldContain($"{Number} cannot be applied", "whoever decided on it hears that it came to nothing");
        var now = (await house.SendAsync(new ReadSpecification("lra")))!;
        now.Version.Name.ShouldBe("1.2");
        now.Document.Clauses.Single(x => x.Id == "13.2").Text.ShouldEndWith(Acts.Addition);
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    [Trait("Requirement", "R-124")]
    public async Task A_change_that_is_overtaken_while_its_business_case_is_changed_is_not_put_to_the_Board_again()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 11, 15));
        await DecideAsync(house, await RequestAsync(house), "corporate-director", "AskForChanges");
        var number = await Acts.RaiseAsync(house, "13.2");
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house, number);
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var task = await commissioner.TaskAsync("write-business-case");
        (await house.SendAsync(new WriteBusinessCase(house.Randomness.Id("c", "again"), "lra", task.Id, "Twelve villages.", "Leave it.", "By letter.", new(2017, 9, 29), true), commissioner.Actor))
            .ShouldBeOfType<WriteBusinessCaseResult.Submitted>();
        await house.WorkAsync();

        await using var db = house.Db();
        (await db.DecisionRequests.CountAsync(x => x.PaperKey == Number && x.State == RequestState.Open)).ShouldBe(0, "nobody decides on what cannot be applied");
        (await db.Changes.SingleAsync(x => x.Number == Number)).Outcome.ShouldBe("Overtaken by another version");
        house.Mails.To(commissioner.Person.Email).Single(x => x.Subject == $"{Number} cannot be applied").Text.ShouldContain($"https://site.example/changes/{Number}");
    }

    private static async Task<DecisionRequest> RequestAsync(House house)
    {
        await using var db = house.Db();
        return await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations).SingleAsync(x => x.PaperKey == Number && x.State == RequestState.Open);
    }

    private static async Task DecideAsync(House house, DecisionRequest request, string seat, string option)
    {
        var invitation = request.Standing().Single(x => x.SeatKey == seat);
        (await house.SendAsync(new RecordDecision(house.Randomness.Id("decide", $"{invitation.Id}"), "lra", invitation.Id, option, "Because.", "Board Member", request.DocumentHash, null), Actor.ByLink(invitation.PersonId, invitation.Id)))
            .ShouldBeOfType<RecordDecisionResult.Recorded>();
    }
}

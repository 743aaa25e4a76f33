using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Decisions;

/// <summary>The terms of two elected Members end with the county election of May 2017 while a link is open.</summary>
public sealed class SuccessorTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_successor_is_asked_for_a_seat_that_has_not_answered_and_an_answer_given_in_office_stands(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2017, 5, 4));
        await RaiseToBoardAsync(house);
        var request = await RequestAsync(house);
        var (chair, member) = (Of(request, "cabinet-member"), Of(request, "second-member"));
        (await DecideAsync(house, request, chair)).ShouldBeOfType<RecordDecisionResult.Recorded>("still in office");

        await house.MoveToAsync(London.At(new DateOnly(2017, 5, 9), new TimeOnly(9, 0)));
        (await DecideAsync(house, request, member)).ShouldBeOfType<RecordDecisionResult.Refused>().Why.ShouldBe(Standing.RoleEnded);
        (await RequestAsync(house)).Standing().Count().ShouldBe(4, "the electorate does not shrink while nobody holds the seat");

        await house.MoveToAsync(London.At(new DateOnly(2017, 5, 12), new TimeOnly(9, 0)));
        request = await RequestAsync(house);
        var successor = Of(request, "second-member");
        successor.PersonId.ShouldNotBe(member.PersonId);
        Of(request, "cabinet-member").Id.ShouldBe(chair.Id, "that seat has answered");
        await using (var mails = house.Db())
        {
            (await mails.Outbox.CountAsync(x => x.InvitationId == successor.Id && x.Template == "decision-request" && x.PersonId == successor.PersonId)).ShouldBe(1);
        }

        (await DecideAsync(house, request, member)).ShouldBeOfType<RecordDecisionResult.Refused>().Why.ShouldBe(Standing.RoleEnded);

        foreach (var seat in (string[])["head-of-service", "corporate-director", "second-member"])
        {
            (await DecideAsync(house, request, Of(request, seat))).ShouldBeOfType<RecordDecisionResult.Recorded>();
        }

        await using var db = house.Db();
        (await db.DecisionRequests.SingleAsync(x => x.Id == request.Id)).State.ShouldBe(RequestState.Decided, "all four seats have answered");
        (await db.RecordEntries.CountAsync(x => x.Event == "successor-asked" && x.Subject == $"decision/{request.Id}")).ShouldBe(1);
        (await db.Agenda.CountAsync(x => x.Kind == "decision-successors" && x.Key == $"{request.Id}")).ShouldBe(0);
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    public async Task A_seat_that_was_vacant_when_the_body_was_asked_is_asked_once_somebody_holds_it()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2017, 5, 15));
        await RaiseToBoardAsync(house);
        (await RequestAsync(house)).Standing().Select(x => x.SeatKey).ShouldBe(["second-member", "corporate-director", "head-of-service"], "nobody is Cabinet Member");
        await house.MoveToAsync(London.At(new DateOnly(2017, 5, 25), new TimeOnly(9, 0)));
        (await RequestAsync(house)).Standing().Count().ShouldBe(4);
        house.Mails.To("cabinet-member-2017@kent.example").ShouldNotBeEmpty();
    }

    private static async Task RaiseToBoardAsync(House house)
    {
        var senior = await Colleague.OfAsync(house, "senior-manager");
        (await house.SendAsync(new RaiseException(house.Randomness.Id("raise", "s"), "lra", Matter.Risk, Nature.Performance, "Lift", "It may stop."), senior.Actor)).ShouldBeOfType<RaiseExceptionResult.Raised>();
        await using var db = house.Db();
        var number = (await db.Exceptions.SingleAsync(x => x.Title == "Lift")).Number;
        var task = await db.Tasks.SingleAsync(x => x.InstanceKey == number);
        (await house.SendAsync(new AssessException(house.Randomness.Id("assess", "s"), "lra", task.Id, Handling.Significant, "Beyond us."), senior.Actor)).ShouldBeOfType<AssessExceptionResult.Recorded>();
        await house.WorkAsync();
    }

    private static async Task<DecisionRequest> RequestAsync(House house)
    {
        await using var db = house.Db();
        var number = (await db.Exceptions.SingleAsync(x => x.Title == "Lift")).Number;
        return await db.DecisionRequests.AsNoTracking().Include(x => x.Invitations).SingleAsync(x => x.InstanceKey == number);
    }

    private static Invitation Of(DecisionRequest request, string seat) => request.Standing().Single(x => x.SeatKey == seat);

    private static async Task<RecordDecisionResult> DecideAsync(House house, DecisionRequest request, Invitation invitation) => await house.SendAsync(
        new RecordDecision(house.Randomness.Id("decide", $"{invitation.Id}/{house.Clock.GetUtcNow():O}"), "lra", invitation.Id, ExceptionRules.RequireAction, "Mend it.", "Board Member", request.DocumentHash, null),
        Actor.ByLink(invitation.PersonId, invitation.Id));
}

using LraGovernance.Calendar;
using LraGovernance.Decisions;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tests;

/// <summary>Whoever is asked for a seat of the body that has an open request.</summary>
internal sealed class SeatHolder(House house, string seat, string body)
{
    public static SeatHolder Of(House house, string seat, string body = "strategic-board") => new(house, seat, body);

    public async Task<Invitation> InvitationAsync()
    {
        await using var db = house.Db();
        return await db.DecisionRequests.Where(x => x.BodyKey == body).OrderByDescending(x => x.OpenedAt).SelectMany(x => x.Invitations).Where(x => x.SeatKey == seat)
            .OrderByDescending(x => x.LastSentAt == null).ThenByDescending(x => x.LastSentAt).FirstAsync();
    }

    public async Task<DecisionView> ViewAsync()
    {
        var invitation = await InvitationAsync();
        return (await house.SendAsync(new ReadDecision(invitation.Id), Actor.ByLink(invitation.PersonId, invitation.Id)))!;
    }

    public async Task<RecordDecisionResult> AnswerAsync(string option, string? reason = null) => await AnswerToAsync(await InvitationAsync(), option, reason);

    public async Task<RecordDecisionResult> AnswerToAsync(Invitation invitation, string option, string? reason = null)
    {
        await using var db = house.Db();
        var hash = await db.DecisionRequests.Where(x => x.Id == invitation.RequestId).Select(x => x.DocumentHash).SingleAsync();
        return await house.SendAsync(new RecordDecision(
            house.Randomness.Id("seat-answer", $"{invitation.Id}/{option}"), "lra", invitation.Id, option, reason, "The person asked", hash, null), Actor.ByLink(invitation.PersonId, invitation.Id));
    }

    public async Task<DeclareInterestResult> DeclareAsync()
    {
        var invitation = await InvitationAsync();
        return await house.SendAsync(new DeclareInterest(
            house.Randomness.Id("seat-interest", $"{invitation.Id}"), "lra", invitation.Id, "I am a trustee of a partner.", "The person asked"), Actor.ByLink(invitation.PersonId, invitation.Id));
    }
}

/// <summary>Somebody holding a role, signed in.</summary>
internal sealed class Colleague(House house, Person person, Actor actor)
{
    public Person Person => person;
    public Actor Actor => actor;

    public static async Task<Colleague> OfAsync(House house, string role, int nth = 0)
    {
        await using var db = house.Db();
        var today = London.DateOf(house.Clock.GetUtcNow());
        var person = (await new Holders(db).OfRoleAsync("lra", role, today))[nth];
        return new(house, person, Actor.SignedIn(person.Id, await new Holders(db).RolesOfAsync(person.Id, today)));
    }

    /// <summary>The open task of that kind that waits for this person.</summary>
    public async Task<WorkTask> TaskAsync(string kind)
    {
        await using var db = house.Db();
        return await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open && x.Assignees.Any(a => a.PersonId == person.Id && a.DoneAt == null));
    }
}

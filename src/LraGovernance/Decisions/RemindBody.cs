using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>A rung of a request's reminder ladder: members without an answer are reminded, each by a link of its own.</summary>
internal sealed class RemindBody(GovernanceDb db, DecisionDesk desk, Outbox outbox) : IAgendaWork
{
    internal const string AgendaKind = "decision-reminder";

    public string Kind => AgendaKind;

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(item.Key);
        var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.Id == id, cancellationToken);
        var answered = await db.Answers.Where(x => x.RequestId == id && x.SupersededAt == null).Select(x => x.InvitationId).ToListAsync(cancellationToken);
        foreach (var invitation in request.Standing().Where(x => !x.Interested && !answered.Contains(x.Id)))
        {
            await outbox.QueueAsync(request.Service,
                DecisionDesk.InvitationMail("decision-reminder", request, invitation, $"{invitation.Id}/{item.DueAt:O}"), cancellationToken);
            await desk.RecordAsync(request, "reminder-sent", $"{request.Title}: {invitation.RoleTitle} is reminded",
                new { recipient = invitation.PersonId, seat = invitation.SeatKey }, cancellationToken);
        }

        Ladder.Climb(db, item);
    }
}

/// <summary>A request's deadline: what has been answered is counted a last time.</summary>
internal sealed class ExpireRequest(GovernanceDb db, DecisionDesk desk) : IAgendaWork
{
    internal const string AgendaKind = "decision-deadline";

    public string Kind => AgendaKind;

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(item.Key);
        var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.Id == id, cancellationToken);
        await desk.SettleAsync(request, cancellationToken, timeIsOver: true);
    }
}

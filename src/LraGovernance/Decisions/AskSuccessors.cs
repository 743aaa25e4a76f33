using LraGovernance.Data;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>On the morning on which a term begins or is over while a request is open: whoever holds the seat now is asked, unless it has answered.</summary>
internal sealed class AskSuccessors(GovernanceDb db, DecisionDesk desk, Seating seating) : IAgendaWork
{
    internal const string AgendaKind = "decision-successors";

    public string Kind => AgendaKind;

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(item.Key);
        var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.Id == id, cancellationToken);
        db.Agenda.Remove(item);
        await db.SaveChangesAsync(cancellationToken);
        if (request.State != RequestState.Open)
        {
            return;
        }

        foreach (var invitation in await seating.GoOnAsync(request, cancellationToken))
        {
            await desk.RecordAsync(request, "successor-asked", $"{request.Title}: {invitation.RoleTitle} now in office is asked",
                new { seat = invitation.SeatKey, person = invitation.PersonId, onBehalfOf = invitation.OnBehalfOfId }, cancellationToken);
        }

        await seating.PlanAsync(request, cancellationToken);
    }
}

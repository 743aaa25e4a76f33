using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.People;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>Where an invitation stands: open, or the reason why it cannot be answered. Each has a page of its own.</summary>
public enum Standing
{
    Open,
    Decided,
    Expired,
    Inquorate,
    Withdrawn,

    /// <summary>The document was changed, and a newer request waits for the same seat.</summary>
    Changed,

    /// <summary>The person no longer holds the role, or is no longer the deputy.</summary>
    RoleEnded,

    /// <summary>A declared interest took the seat out of the electorate.</summary>
    Interested,
}

internal sealed class Standings(GovernanceDb db, Holders holders, TimeProvider clock)
{
    /// <summary>Whether the actor is whom the invitation asks; a link acts for its own invitation and for no other of the same person.</summary>
    internal static bool Belongs(Invitation invitation, Pipeline.Actor actor) =>
        invitation.PersonId == actor.PersonId && (actor.Invitation is null || actor.Invitation == invitation.Id);

    internal async Task<Standing> OfAsync(DecisionRequest request, Invitation invitation, CancellationToken cancellationToken)
    {
        if (request.State != RequestState.Open)
        {
            return await db.DecisionRequests.AnyAsync(x => x.Service == request.Service && x.PaperKind == request.PaperKind
                    && x.PaperKey == request.PaperKey && x.BodyKey == request.BodyKey && x.State == RequestState.Open && x.DocumentHash != request.DocumentHash, cancellationToken)
                ? Standing.Changed
                : request.State switch
                {
                    RequestState.Expired => Standing.Expired,
                    RequestState.Inquorate => Standing.Inquorate,
                    RequestState.Withdrawn => Standing.Withdrawn,
                    _ => Standing.Decided,
                };
        }

        return request.DeadlineAt < clock.GetUtcNow() ? Standing.Expired // whether or not the bell has rung for it
            : invitation.Interested ? Standing.Interested
            : invitation.PassedOnAt is null && await MayAnswerAsync(request, invitation, cancellationToken) ? Standing.Open : Standing.RoleEnded;
    }

    private async Task<bool> MayAnswerAsync(DecisionRequest request, Invitation invitation, CancellationToken cancellationToken)
    {
        var day = London.DateOf(clock.GetUtcNow());
        var seat = await db.Seats.AsNoTracking().SingleAsync(
            x => x.Service == request.Service && x.BodyKey == request.BodyKey && x.Key == invitation.SeatKey, cancellationToken);
        var member = invitation.OnBehalfOfId ?? invitation.PersonId;
        return (await holders.RolesOfAsync(member, day, cancellationToken)).Contains($"{request.Service}/{seat.RoleKey}")
            && (invitation.OnBehalfOfId is null
                || await holders.DeputyAsync(request.Service, request.BodyKey, member, day, cancellationToken) == invitation.PersonId);
    }
}

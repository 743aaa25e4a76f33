using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>Who is asked for which seat of a body, also when terms begin and end while a request is open.</summary>
internal sealed class Seating(GovernanceDb db, Holders holders, Outbox outbox, Randomness randomness, TimeProvider clock)
{
    /// <summary>Asks each seat's holder, or the deputy in force; a vacant seat is not in the electorate.</summary>
    internal async Task BeginAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        foreach (var (seat, title, sitting) in await SeatsAsync(request, cancellationToken))
        {
            if (sitting is not null)
            {
                request.Invitations.Add(Invite(request, seat, title, sitting, $"{request.Id}/{seat.Key}"));
            }
        }
    }

    /// <summary>
    /// Asks whoever has taken a seat on since: where the invitation cannot be answered any more and has not been, it passes on. An answer that was given in
    /// office stands. A seat that nobody holds keeps its invitation, so that the electorate does not shrink behind the body's back.
    /// </summary>
    /// <returns>The new invitations, each with its mail.</returns>
    internal async Task<IReadOnlyList<Invitation>> GoOnAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        var answered = await db.Answers.Where(x => x.RequestId == request.Id && x.SupersededAt == null).Select(x => x.InvitationId).ToListAsync(cancellationToken);
        var asked = new List<Invitation>();
        foreach (var (seat, title, sitting) in await SeatsAsync(request, cancellationToken))
        {
            var standing = request.Standing().FirstOrDefault(x => x.SeatKey == seat.Key);
            if (sitting is null || (standing is not null && (answered.Contains(standing.Id) || IsOf(standing, sitting))))
            {
                continue;
            }

            if (standing is not null)
            {
                standing.PassedOnAt = clock.GetUtcNow();
                await outbox.TakeBackAsync(standing.Id, cancellationToken);
                await db.SaveChangesAsync(cancellationToken); // a seat has one standing invitation at any time
            }

            var invitation = Invite(request, seat, title, sitting, $"{request.Id}/{seat.Key}/{sitting.Person}");
            request.Invitations.Add(invitation);
            db.Invitations.Add(invitation);
            await outbox.QueueAsync(request.Service, DecisionDesk.InvitationMail("decision-request", request, invitation, invitation.Id.ToString()), cancellationToken);
            asked.Add(invitation);
        }

        return asked;
    }

    /// <summary>Plans the next look at the seats: the morning on which a term or a deputy's time begins or is over, if that is before the deadline.</summary>
    internal async Task PlanAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        var today = London.DateOf(clock.GetUtcNow());
        var roles = db.Seats.Where(x => x.Service == request.Service && x.BodyKey == request.BodyKey).Select(x => x.RoleKey);
        var terms = await db.RoleHoldings.AsNoTracking().Where(x => x.Service == request.Service && roles.Contains(x.RoleKey)).Select(x => new { x.From, x.To }).ToListAsync(cancellationToken);
        var deputies = await db.Deputies.AsNoTracking().Where(x => x.Service == request.Service && x.BodyKey == request.BodyKey).Select(x => new { x.From, x.To }).ToListAsync(cancellationToken);
        var change = terms.Concat(deputies).SelectMany(x => new[] { x.From, x.To?.AddDays(1) ?? x.From }).Where(x => x > today).Order().Select(x => (DateOnly?)x).FirstOrDefault();
        if (change is { } day && London.At(day, London.Morning) is var at && (request.DeadlineAt is null || at < request.DeadlineAt))
        {
            db.Agenda.Add(new AgendaItem { Kind = AskSuccessors.AgendaKind, Key = request.Id.ToString(), Service = request.Service, DueAt = at });
        }
    }

    private sealed record Sitting(Guid Person, Guid? OnBehalfOf);

    private static bool IsOf(Invitation invitation, Sitting sitting) => sitting.OnBehalfOf is null || invitation.OnBehalfOfId is not null
        ? invitation.PersonId == sitting.Person && invitation.OnBehalfOfId == sitting.OnBehalfOf
        : invitation.PersonId == sitting.OnBehalfOf; // a member who was asked stays asked when a deputy's time begins

    private Invitation Invite(DecisionRequest request, Bodies.Seat seat, string title, Sitting sitting, string identity) => new()
    {
        Id = randomness.Id("invitation", identity), RequestId = request.Id, SeatKey = seat.Key, Position = seat.Position,
        RoleTitle = title, Capacity = seat.Capacity, PersonId = sitting.Person, OnBehalfOfId = sitting.OnBehalfOf,
    };

    private async Task<IReadOnlyList<(Bodies.Seat Seat, string Title, Sitting? Sitting)>> SeatsAsync(DecisionRequest request, CancellationToken cancellationToken)
    {
        var day = London.DateOf(clock.GetUtcNow());
        var roles = await db.Roles.AsNoTracking().Where(x => x.Service == request.Service).ToDictionaryAsync(x => x.Key, x => x.Title, cancellationToken);
        var seats = await db.Seats.AsNoTracking().Where(x => x.Service == request.Service && x.BodyKey == request.BodyKey)
            .OrderBy(x => x.Position).ToListAsync(cancellationToken);
        var taken = new List<(Bodies.Seat, string, Sitting?)>();
        foreach (var seat in seats)
        {
            var holder = (await holders.OfRoleAsync(request.Service, seat.RoleKey, day, cancellationToken)).ElementAtOrDefault(seat.Place);
            var deputy = holder is null ? null : await holders.DeputyAsync(request.Service, request.BodyKey, holder.Id, day, cancellationToken);
            taken.Add((seat, roles[seat.RoleKey], holder is null ? null : new(deputy ?? holder.Id, deputy is null ? null : holder.Id)));
        }

        return taken;
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>Somebody with an old link asks for the one that is good now: it goes to the address held, and nowhere else.</summary>
[KnownPerson]
public sealed record SendNewLink(Guid CommandId, string Service, Guid InvitationId) : ICommand<SendNewLinkResult>;

public abstract record SendNewLinkResult
{
    public sealed record Sent : SendNewLinkResult;

    /// <summary>Nothing waits for this person, or one was sent within the hour.</summary>
    public sealed record NothingToSend : SendNewLinkResult;
}

internal sealed class SendNewLinkValidator : AbstractValidator<SendNewLink>
{
    public SendNewLinkValidator() => RuleFor(x => x.InvitationId).NotEmpty();
}

internal sealed class SendNewLinkHandler(GovernanceDb db, Standings standings, Outbox outbox, Record record, Caller caller, TimeProvider clock)
    : IRequestHandler<SendNewLink, SendNewLinkResult>
{
    public async Task<SendNewLinkResult> Handle(SendNewLink command, CancellationToken cancellationToken)
    {
        var old = await db.RequestOf(command.InvitationId).AsNoTracking().SingleOrDefaultAsync(
            x => x.Service == command.Service && x.Invitations.Any(i => i.Id == command.InvitationId && i.PersonId == caller.Actor.PersonId), cancellationToken);
        var open = old is null ? null : await db.DecisionRequests.Include(x => x.Invitations).FirstOrDefaultAsync(x =>
            x.Service == old.Service && x.PaperKind == old.PaperKind && x.PaperKey == old.PaperKey && x.BodyKey == old.BodyKey && x.State == RequestState.Open, cancellationToken);
        var own = open?.Invitations.Find(x => x.PersonId == caller.Actor.PersonId);
        own = own is not null && await standings.OfAsync(open!, own, cancellationToken) == Standing.Open ? own : null; // no link that opens nothing
        var hour = clock.GetUtcNow().ToString("yyyyMMddHH", System.Globalization.CultureInfo.InvariantCulture);
        var mail = own is null ? null : DecisionDesk.InvitationMail("decision-request", open!, own, $"{own.Id}/again/{hour}");
        if (mail is null || await db.Outbox.AnyAsync(x => x.Template == mail.Template && x.PersonId == mail.PersonId && x.Occurrence == mail.Occurrence, cancellationToken))
        {
            return new SendNewLinkResult.NothingToSend();
        }

        await outbox.QueueAsync(command.Service, mail, cancellationToken);
        await record.AddAsync(new Fact("link-asked-for", $"decision/{open!.Id}", $"{own!.RoleTitle} asks for a new link")
        {
            Process = open.Process, InstanceKey = open.InstanceKey, After = new { seat = own.SeatKey },
        }, cancellationToken);
        return new SendNewLinkResult.Sent();
    }
}

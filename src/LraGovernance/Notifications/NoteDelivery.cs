using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Notifications;

/// <summary>What a carrier says later about a mail that it took: delivered, or given up.</summary>
/// <param name="Failure">Why it could not be delivered; null when it was.</param>
[NeverReplayed, SystemOnly]
public sealed record NoteDelivery(Guid CommandId, string Service, Guid MailId, string? Failure) : ICommand<NoteDeliveryResult>;

public abstract record NoteDeliveryResult
{
    public sealed record Noted : NoteDeliveryResult;

    /// <summary>Not a mail of ours, or said before: nothing changes.</summary>
    public sealed record Unchanged : NoteDeliveryResult;
}

internal sealed class NoteDeliveryValidator : AbstractValidator<NoteDelivery>
{
    public NoteDeliveryValidator() => RuleFor(x => x.MailId).NotEmpty();
}

internal sealed class NoteDeliveryHandler(GovernanceDb db, Digest digest, Record record, TimeProvider clock) : IRequestHandler<NoteDelivery, NoteDeliveryResult>
{
    public async Task<NoteDeliveryResult> Handle(NoteDelivery request, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.FindAsync([request.MailId], cancellationToken);
        if (mail is null || mail.Service != request.Service || mail.State == MailState.Failed || (request.Failure is null && mail.DeliveredAt is not null))
        {
            return new NoteDeliveryResult.Unchanged();
        }

        var now = clock.GetUtcNow();
        if (request.Failure is null)
        {
            mail.DeliveredAt = now; // where it stands is for whoever is handing it over to say, even if that comes later
        }
        else
        {
            await FailAsync(mail, request.Failure, now, cancellationToken);
        }

        await record.AddAsync(new Fact(request.Failure is null ? "mail-delivered" : "mail-failed", $"mail/{mail.Id}", $"{mail.Template}: {request.Failure ?? "delivered"}")
        {
            Process = mail.Process, InstanceKey = mail.InstanceKey, After = new { recipient = mail.PersonId, invitation = mail.InvitationId },
        }, cancellationToken);
        return new NoteDeliveryResult.Noted();
    }

    private async Task FailAsync(OutboxMail mail, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // It may come before our own mark, which then finds that somebody else has said what became of it.
        if (await db.Agenda.FindAsync([Outbox.AgendaKind, mail.Id.ToString()], cancellationToken) is { } item)
        {
            db.Agenda.Remove(item);
        }

        (mail.State, mail.LastError) = (MailState.Failed, why);
        db.Agenda.Add(new AgendaItem { Kind = Outbox.UndeliveredKind, Key = mail.Id.ToString(), Service = mail.Service, DueAt = now });
        await digest.ShareFateAsync(mail, cancellationToken);
    }
}

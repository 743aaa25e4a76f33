using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Notifications;

/// <summary>What became of a claimed mail: handed over, or to be tried again later, or given up.</summary>
/// <param name="Attempt">Which claim this is about: of a mail that somebody else has claimed since, nothing is said.</param>
[NeverReplayed, SystemOnly]
public sealed record MarkMail(Guid CommandId, string Service, Guid MailId, int Attempt, HandOver Became) : ICommand<MarkMailResult>;

public abstract record MarkMailResult
{
    public sealed record Sent : MarkMailResult;

    public sealed record WillBeTriedAgain : MarkMailResult;

    public sealed record GivenUp : MarkMailResult;

    public sealed record Gone : MarkMailResult;
}

internal sealed class MarkMailValidator : AbstractValidator<MarkMail>
{
    public MarkMailValidator()
    {
        RuleFor(x => x.MailId).NotEmpty();
        RuleFor(x => x.Became).NotNull();
    }
}

internal sealed class MarkMailHandler(GovernanceDb db, Digest digest, Record record, TimeProvider clock) : IRequestHandler<MarkMail, MarkMailResult>
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    public async Task<MarkMailResult> Handle(MarkMail request, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.FindAsync([request.MailId], cancellationToken);
        if (mail is not { State: MailState.Claimed or MailState.Sending } || mail.Attempts != request.Attempt)
        {
            return new MarkMailResult.Gone();
        }

        var now = clock.GetUtcNow();
        mail.LastError = request.Became switch
        {
            HandOver.PutOff x => x.Why,
            HandOver.Refused x => x.Why,
            HandOver.Unknown x => x.Why,
            _ => null,
        };
        mail.UnknownAt ??= request.Became is HandOver.Unknown ? now : null;
        var item = await db.Agenda.FindAsync([Outbox.AgendaKind, request.MailId.ToString()], cancellationToken);
        if (request.Became is HandOver.PutOff or HandOver.Unknown && mail.Attempts < mail.GiveUpAfter)
        {
            mail.State = mail.UnknownAt is null ? MailState.Pending : MailState.Unknown;
            item!.DueAt = now + FirstPause * Math.Pow(2, mail.TryNumber - 1);
            await RecordAsync(mail, mail.UnknownAt is null ? "mail-delayed" : "mail-unknown", cancellationToken);
            return new MarkMailResult.WillBeTriedAgain();
        }

        if (item is not null)
        {
            db.Agenda.Remove(item);
        }

        var result = request.Became is HandOver.Taken ? await SentAsync(mail, now, cancellationToken) : await GivenUpAsync(mail, now, cancellationToken);
        await digest.ShareFateAsync(mail, cancellationToken);
        return result;
    }

    private async Task<MarkMailResult> SentAsync(OutboxMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (mail.State, mail.SentAt) = (MailState.Sent, now);
        if (mail.InvitationId is { } id && await db.Invitations.FindAsync([id], cancellationToken) is { } invitation)
        {
            invitation.LastSentAt = now;
        }

        await RecordAsync(mail, "mail-sent", cancellationToken);
        return new MarkMailResult.Sent();
    }

    private async Task<MarkMailResult> GivenUpAsync(OutboxMail mail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        mail.State = MailState.Failed;
        db.Agenda.Add(new AgendaItem { Kind = Outbox.UndeliveredKind, Key = mail.Id.ToString(), Service = mail.Service, DueAt = now });
        await RecordAsync(mail, "mail-failed", cancellationToken);
        return new MarkMailResult.GivenUp();
    }

    private Task RecordAsync(OutboxMail mail, string happened, CancellationToken cancellationToken) => record.AddAsync(
        new Fact(happened, $"mail/{mail.Id}", $"{mail.Template}, attempt {mail.Attempts}")
        {
            Process = mail.Process, InstanceKey = mail.InstanceKey,
            After = new { template = mail.Template, recipient = mail.PersonId, invitation = mail.InvitationId, attempts = mail.Attempts },
        }, cancellationToken);
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Notifications;

/// <summary>What became of a claimed mail: handed over, or to be tried again later, or given up.</summary>
[NeverReplayed, SystemOnly]
public sealed record MarkMail(Guid CommandId, string Service, Guid MailId, string? Error) : ICommand<MarkMailResult>;

public abstract record MarkMailResult
{
    public sealed record Sent : MarkMailResult;

    public sealed record WillBeTriedAgain : MarkMailResult;

    public sealed record GivenUp : MarkMailResult;

    public sealed record Gone : MarkMailResult;
}

internal sealed class MarkMailValidator : AbstractValidator<MarkMail>
{
    public MarkMailValidator() => RuleFor(x => x.MailId).NotEmpty();
}

internal sealed class MarkMailHandler(GovernanceDb db, Record record, TimeProvider clock) : IRequestHandler<MarkMail, MarkMailResult>
{
    private const int Attempts = 8;

    public async Task<MarkMailResult> Handle(MarkMail request, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.FindAsync([request.MailId], cancellationToken);
        var item = await db.Agenda.FindAsync([Outbox.AgendaKind, request.MailId.ToString()], cancellationToken);
        if (mail is null || mail.State != MailState.Sending)
        {
            return new MarkMailResult.Gone();
        }

        if (request.Error is { } error && mail.Attempts < Attempts)
        {
            mail.LastError = error;
            mail.State = MailState.Pending;
            item!.DueAt = clock.GetUtcNow() + TimeSpan.FromMinutes(5 * Math.Pow(2, mail.Attempts - 1));
            await RecordAsync(mail, "mail-delayed", cancellationToken);
            return new MarkMailResult.WillBeTriedAgain();
        }

        if (item is not null)
        {
            db.Agenda.Remove(item);
        }

        mail.LastError = request.Error;
        mail.State = request.Error is null ? MailState.Sent : MailState.Failed;
        mail.SentAt = request.Error is null ? clock.GetUtcNow() : null;
        if (request.Error is null && mail.InvitationId is { } id && await db.Invitations.FindAsync([id], cancellationToken) is { } invitation)
        {
            invitation.LastSentAt = mail.SentAt;
        }

        await RecordAsync(mail, request.Error is null ? "mail-sent" : "mail-failed", cancellationToken);
        return request.Error is null ? new MarkMailResult.Sent() : new MarkMailResult.GivenUp();
    }

    private Task RecordAsync(OutboxMail mail, string happened, CancellationToken cancellationToken) => record.AddAsync(
        new Fact(happened, $"mail/{mail.Id}", $"{mail.Template}, attempt {mail.Attempts}")
        {
            Process = mail.Process, InstanceKey = mail.InstanceKey,
            After = new { template = mail.Template, recipient = mail.PersonId, invitation = mail.InvitationId, attempts = mail.Attempts },
        }, cancellationToken);
}

using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Notifications;

/// <summary>
/// Marks a mail as being sent, with a lease, and keeps the hash of the link that it will carry. What is found in this state
/// after a crash is sent again: a mail may come twice, a decision cannot.
/// </summary>
[NeverReplayed, SystemOnly, Unrecorded("a mail's transport state; its hand-over is recorded")]
public sealed record ClaimMail(Guid CommandId, string Service, Guid MailId, DateTimeOffset DueAt, string? TokenHash, LinkPurpose Purpose, DateTimeOffset? TokenExpiresAt)
    : ICommand<ClaimMailResult>;

public abstract record ClaimMailResult
{
    public sealed record Claimed : ClaimMailResult;

    public sealed record Gone : ClaimMailResult;
}

internal sealed class ClaimMailValidator : AbstractValidator<ClaimMail>
{
    public ClaimMailValidator() => RuleFor(x => x.MailId).NotEmpty();
}

internal sealed class ClaimMailHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ClaimMail, ClaimMailResult>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    public async Task<ClaimMailResult> Handle(ClaimMail request, CancellationToken cancellationToken)
    {
        var item = await db.Agenda.FindAsync([Outbox.AgendaKind, request.MailId.ToString()], cancellationToken);
        var mail = await db.Outbox.FindAsync([request.MailId], cancellationToken);
        if (item is null || mail is null || item.DueAt != request.DueAt)
        {
            return new ClaimMailResult.Gone();
        }

        item.DueAt = clock.GetUtcNow() + Lease;
        mail.State = MailState.Sending;
        mail.Attempts++;
        if (request.TokenHash is not null)
        {
            db.LinkTokens.Add(new LinkToken
            {
                Hash = request.TokenHash, Purpose = request.Purpose, PersonId = mail.PersonId, InvitationId = mail.InvitationId,
                MailId = mail.Id, MintedAt = clock.GetUtcNow(), ExpiresAt = request.TokenExpiresAt,
            });
        }

        return new ClaimMailResult.Claimed();
    }
}

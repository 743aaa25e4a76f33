using FluentValidation;
using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Notifications;

/// <summary>
/// Takes a mail to prepare it, with a lease, and keeps the hash of the link that it will carry. One that was being sent when its
/// lease ended is unknown from here on. Never replayed: the result holds the link.
/// </summary>
[NeverReplayed, SystemOnly, Unrecorded("a mail's transport state; its hand-over is recorded")]
public sealed record ClaimMail(Guid CommandId, string Service, Guid MailId, DateTimeOffset DueAt) : ICommand<ClaimMailResult>;

public abstract record ClaimMailResult
{
    /// <param name="Mail">The mail, with this attempt counted.</param>
    /// <param name="Recipient">Whom it goes to; null when the person is not known any more.</param>
    /// <param name="Token">The token of the link that it carries, where it carries one: kept nowhere, only its hash is.</param>
    public sealed record Claimed(OutboxMail Mail, Person? Recipient, string? Token) : ClaimMailResult;

    public sealed record Gone : ClaimMailResult;
}

internal sealed class ClaimMailValidator : AbstractValidator<ClaimMail>
{
    public ClaimMailValidator() => RuleFor(x => x.MailId).NotEmpty();
}

internal sealed class ClaimMailHandler(GovernanceDb db, Digest digest, MailTemplates templates, Randomness randomness, TimeProvider clock) : IRequestHandler<ClaimMail, ClaimMailResult>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SignInLinkLives = TimeSpan.FromMinutes(30);

    public async Task<ClaimMailResult> Handle(ClaimMail request, CancellationToken cancellationToken)
    {
        var item = await db.Agenda.FindAsync([Outbox.AgendaKind, request.MailId.ToString()], cancellationToken);
        var mail = await db.Outbox.FindAsync([request.MailId], cancellationToken);
        if (item is null || mail is null || item.DueAt != request.DueAt)
        {
            return new ClaimMailResult.Gone();
        }

        if (await digest.TakesAsync(mail, cancellationToken))
        {
            return new ClaimMailResult.Gone();
        }

        var now = clock.GetUtcNow();
        item.DueAt = now + Lease;
        mail.UnknownAt ??= mail.State == MailState.Sending ? now : null;
        mail.State = MailState.Claimed;
        mail.Attempts++;
        var token = templates.Named(mail.Template).CarriesLink ? randomness.Token("link", Tokens.Identity(mail.Id, mail.Attempts)) : null;
        if (token is not null)
        {
            db.LinkTokens.Add(new LinkToken
            {
                Hash = Tokens.Hash(token), Purpose = mail.LinkPurpose, PersonId = mail.PersonId, InvitationId = mail.InvitationId,
                MailId = mail.Id, MintedAt = now, ExpiresAt = mail.InvitationId is null ? now + SignInLinkLives : null,
            });
        }

        return new ClaimMailResult.Claimed(mail, await db.People.AsNoTracking().SingleOrDefaultAsync(x => x.Id == mail.PersonId, cancellationToken), token);
    }
}

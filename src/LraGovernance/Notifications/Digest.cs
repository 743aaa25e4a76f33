using System.Globalization;
using System.Text.Json;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Notifications;

/// <summary>One line of a digest: what a mail was about, and where it leads.</summary>
internal sealed record DigestLine(string Subject, string? Path);

/// <summary>So many mails for one person at once are too many, and become one.</summary>
public sealed record DigestFrom(int Mails)
{
    public static readonly DigestFrom Default = new(5);
}

/// <summary>
/// Several mails that wait for one person become one: after downtime, or when much falls due at once. A mail with a link of its
/// own always goes by itself, but of an invitation's only one.
/// </summary>
internal sealed class Digest(GovernanceDb db, DigestFrom from, MailTemplates templates, Randomness randomness, TimeProvider clock)
{
    internal const string Template = "digest";

    /// <returns>Whether the mail goes in another one's place, and is not to be sent by itself.</returns>
    internal async Task<bool> TakesAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (mail is not { State: MailState.Pending, UnknownAt: null } || mail.Template == Template)
        {
            return false;
        }

        if (mail.InvitationId is { } invitation)
        {
            return await GivesWayAsync(mail, invitation, cancellationToken);
        }

        if (templates.Named(mail.Template).CarriesLink)
        {
            return false;
        }

        var waiting = (await db.Outbox.Where(x => x.PersonId == mail.PersonId && x.State == MailState.Pending && x.Service == mail.Service
                && x.InvitationId == null && x.UnknownAt == null && x.Attempts == 0 && x.Template != Template).OrderBy(x => x.QueuedAt).ThenBy(x => x.Id).ToListAsync(cancellationToken))
            .Where(x => !templates.Named(x.Template).CarriesLink).ToList();
        if (waiting.Count < from.Mails || !waiting.Contains(mail))
        {
            return false;
        }

        await CarryAsync(waiting, mail, cancellationToken);
        return true;
    }

    /// <summary>What it carries has gone, or failed, with it.</summary>
    internal async Task ShareFateAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        foreach (var carried in await db.Outbox.Where(x => x.CarriedBy == mail.Id).ToListAsync(cancellationToken))
        {
            (carried.State, carried.SentAt) = (mail.State, mail.SentAt);
        }
    }

    /// <summary>Of the mails of one invitation that have not left, the newest goes: each says the same, and each link is as good.</summary>
    private async Task<bool> GivesWayAsync(OutboxMail mail, Guid invitation, CancellationToken cancellationToken)
    {
        var newer = await db.Outbox.Where(x => x.InvitationId == invitation && x.State == MailState.Pending && x.QueuedAt > mail.QueuedAt)
            .OrderByDescending(x => x.QueuedAt).FirstOrDefaultAsync(cancellationToken);
        if (newer is null)
        {
            return false;
        }

        await CarryAsync([mail], newer.Id, cancellationToken);
        return true;
    }

    private async Task CarryAsync(List<OutboxMail> mails, OutboxMail first, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var digest = new OutboxMail
        {
            Id = randomness.Id("digest", $"{first.Id}"), Service = first.Service, Template = Template, PersonId = first.PersonId, Occurrence = first.Id.ToString(),
            Data = JsonSerializer.Serialize(new Dictionary<string, string>
            {
                ["count"] = mails.Count.ToString(CultureInfo.InvariantCulture), ["path"] = "waiting",
                [MailTemplates.Lines] = JsonSerializer.Serialize(mails.Select(x => new DigestLine(templates.SubjectOf(x), x.Words().GetValueOrDefault("path")))),
            }),
            State = MailState.Pending, GiveUpAfter = OutboxMail.Tries, QueuedAt = now,
        };
        db.Outbox.Add(digest);
        db.Agenda.Add(new AgendaItem { Kind = Outbox.AgendaKind, Key = digest.Id.ToString(), Service = digest.Service, DueAt = now });
        await CarryAsync(mails, digest.Id, cancellationToken);
    }

    private async Task CarryAsync(IEnumerable<OutboxMail> mails, Guid by, CancellationToken cancellationToken)
    {
        foreach (var mail in mails)
        {
            foreach (var carried in await db.Outbox.Where(x => x.CarriedBy == mail.Id).ToListAsync(cancellationToken))
            {
                carried.CarriedBy = by;
            }

            (mail.State, mail.CarriedBy) = (MailState.Claimed, by);
            if (await db.Agenda.FindAsync([Outbox.AgendaKind, mail.Id.ToString()], cancellationToken) is { } item)
            {
                db.Agenda.Remove(item);
            }
        }
    }
}

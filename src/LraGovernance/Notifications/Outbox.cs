using System.Text.Json;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Notifications;

/// <summary>A mail that somebody is owed.</summary>
/// <param name="Template">Name of the template.</param>
/// <param name="PersonId">Whom; the address is looked up when it is sent.</param>
/// <param name="Occurrence">What it is about and which time round: owed once, however often it is queued.</param>
/// <param name="Data">Words for the template.</param>
public sealed record Owed(string Template, Guid PersonId, string Occurrence, IReadOnlyDictionary<string, string> Data)
{
    public Guid? InvitationId { get; init; }
    public string? Process { get; init; }
    public string? InstanceKey { get; init; }
}

/// <summary>Writes mails that are owed; each is a row in the commit of whatever owes it, and leaves later.</summary>
public sealed class Outbox(GovernanceDb db, MailTemplates templates, Randomness randomness, TimeProvider clock)
{
    internal const string AgendaKind = "mail";

    /// <summary>What tells the owner of the matter that a mail about it will not arrive.</summary>
    internal const string UndeliveredKind = "undelivered-mail";

    /// <exception cref="InvalidOperationException">Called outside a transaction, or with an unknown template.</exception>
    public async Task QueueAsync(string service, Owed owed, CancellationToken cancellationToken = default)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A mail is owed by a change: queue it inside a command's transaction.");
        }

        var template = templates.Named(owed.Template);
        var id = randomness.Id("mail", $"{owed.Template}/{owed.PersonId}/{owed.Occurrence}");
        if (await db.Outbox.AnyAsync(x => x.Template == template.Name && x.PersonId == owed.PersonId && x.Occurrence == owed.Occurrence, cancellationToken)
            || db.Outbox.Local.Any(x => x.Template == template.Name && x.PersonId == owed.PersonId && x.Occurrence == owed.Occurrence))
        {
            return;
        }

        db.Outbox.Add(new OutboxMail
        {
            Id = id, Service = service, Template = template.Name, PersonId = owed.PersonId, InvitationId = owed.InvitationId,
            Occurrence = owed.Occurrence, Data = JsonSerializer.Serialize(owed.Data), Process = owed.Process, InstanceKey = owed.InstanceKey,
            State = MailState.Pending, GiveUpAfter = OutboxMail.Tries, QueuedAt = clock.GetUtcNow(),
        });
        db.Agenda.Add(new AgendaItem { Kind = AgendaKind, Key = id.ToString(), Service = service, DueAt = clock.GetUtcNow() });
    }

    /// <summary>A mail that was given up is owed once more, with as many tries as a new one.</summary>
    internal async Task SendAgainAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Outbox.FindAsync([id], cancellationToken) is { State: MailState.Failed } mail)
        {
            // Whoever sends it again means it: that the carrier has had it once is no reason to leave it at that.
            (mail.State, mail.UnknownAt) = (MailState.Pending, null);
            mail.GiveUpAfter = mail.Attempts + OutboxMail.Tries;
            db.Agenda.Add(new AgendaItem { Kind = AgendaKind, Key = id.ToString(), Service = mail.Service, DueAt = clock.GetUtcNow() });
        }
    }

    /// <summary>Takes back the mails of an invitation that have not left yet.</summary>
    internal async Task TakeBackAsync(Guid invitationId, CancellationToken cancellationToken)
    {
        foreach (var mail in await db.Outbox.Where(x => x.InvitationId == invitationId && (x.State == MailState.Pending || x.State == MailState.Claimed && x.CarriedBy != null)).ToListAsync(cancellationToken))
        {
            db.Outbox.Remove(mail);
            if (await db.Agenda.FindAsync([AgendaKind, mail.Id.ToString()], cancellationToken) is { } item)
            {
                db.Agenda.Remove(item);
            }
        }
    }
}

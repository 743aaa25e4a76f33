using System.Text.Json;

namespace LraGovernance.Notifications;

/// <summary>Where a mail stands; each is committed before the act that it names.</summary>
public enum MailState
{
    /// <summary>Owed, and surely with nobody yet.</summary>
    Pending,

    /// <summary>Somebody prepares it, for as long as the lease holds; it has surely not left.</summary>
    Claimed,

    /// <summary>It is being handed over. Found so after a crash, it may have left.</summary>
    Sending,

    /// <summary>The carrier has taken it.</summary>
    Sent,

    /// <summary>It may have been taken: it is looked up where the carrier can be asked, or sent again under the same Message-ID.</summary>
    Unknown,

    /// <summary>It will not arrive: refused, bounced, or given up.</summary>
    Failed,
}

/// <summary>
/// A mail that is owed. It holds whom, which template and which invitation, never a link: the sender mints the token when
/// it sends. Its due time stands on the agenda.
/// </summary>
public sealed class OutboxMail
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string Template { get; init; }
    public Guid PersonId { get; init; }
    public Guid? InvitationId { get; init; }

    /// <summary>The words that go into the template, as a JSON object of text; names and addresses are looked up when it is sent.</summary>
    public required string Data { get; init; }

    /// <summary>What the mail is about and which time round it is: a second one with the same identity is never written.</summary>
    public required string Occurrence { get; init; }
    public string? Process { get; init; }
    public string? InstanceKey { get; init; }
    public MailState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>After this attempt it is given up.</summary>
    public int GiveUpAfter { get; set; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the carrier said that it had arrived; not every carrier says so.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>When it was first not known whether it had left; only such a mail can arrive twice.</summary>
    public DateTimeOffset? UnknownAt { get; set; }
    public string? LastError { get; set; }

    /// <summary>The digest that goes in its place, and whose fate it shares.</summary>
    public Guid? CarriedBy { get; set; }

    internal const int Tries = 8;

    /// <summary>Which try this is, from 1, of those that it was granted: sent again by hand it begins anew.</summary>
    internal int TryNumber => Attempts - GiveUpAfter + Tries;

    internal Dictionary<string, string> Words() => JsonSerializer.Deserialize<Dictionary<string, string>>(Data)!;

    /// <summary>A mail of an invitation carries the link to decide, any other one to sign in.</summary>
    public LinkPurpose LinkPurpose => InvitationId is null ? LinkPurpose.SignIn : LinkPurpose.Decide;
}

public enum LinkPurpose { Decide, SignIn }

/// <summary>A link that was sent: only the token's hash is kept.</summary>
public sealed class LinkToken
{
    public required string Hash { get; init; }
    public LinkPurpose Purpose { get; init; }
    public Guid PersonId { get; init; }
    public Guid? InvitationId { get; init; }
    public Guid MailId { get; init; }
    public DateTimeOffset MintedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

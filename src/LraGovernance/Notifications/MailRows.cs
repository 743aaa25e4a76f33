namespace LraGovernance.Notifications;

public enum MailState { Pending, Sending, Sent, Failed }

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
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }
    public string? LastError { get; set; }

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

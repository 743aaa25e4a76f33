namespace LraGovernance.Notifications;

/// <summary>A mail ready to leave: one recipient, and the same words in three forms, of which a carrier takes what it can.</summary>
/// <param name="Markdown">As GOV.UK Notify reads it, with what people typed escaped.</param>
public sealed record OutgoingMail(Guid Id, string MessageId, string ToName, string ToAddress, string Subject, string Text, string Html, string Markdown);

/// <summary>What became of handing a mail over.</summary>
public abstract record HandOver
{
    /// <summary>The carrier has it.</summary>
    public sealed record Taken : HandOver;

    /// <summary>Surely not taken, and it may be tried again: busy, unreachable, or not letting us in.</summary>
    public sealed record PutOff(string Why) : HandOver;

    /// <summary>Surely not taken, and it never will be.</summary>
    public sealed record Refused(string Why) : HandOver;

    /// <summary>The answer was lost: it may have been taken.</summary>
    public sealed record Unknown(string Why) : HandOver;
}

/// <summary>Hands a mail over to whatever carries it, and says what became of it; an exception is our own fault and leaves it unknown.</summary>
public interface IMailSender
{
    Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>Whether the carrier already has a mail of which that is not known; null where it cannot be asked.</summary>
    Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken);
}

/// <summary>Where the product is reached from outside, as links in mails say it; never taken from a request.</summary>
public sealed record SiteAddress(Uri BaseUrl, string MailFrom)
{
    public string Link(string path) => new Uri(BaseUrl, path).ToString();
}

namespace LraGovernance.Notifications;

/// <summary>A mail ready to leave: one recipient, both parts.</summary>
public sealed record OutgoingMail(Guid Id, string MessageId, string ToName, string ToAddress, string Subject, string Text, string Html);

/// <summary>Hands a mail over to whatever carries it. It may be handed over twice after a crash, with the same Message-ID.</summary>
public interface IMailSender
{
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>Where the product is reached from outside, as links in mails say it; never taken from a request.</summary>
public sealed record SiteAddress(Uri BaseUrl, string MailFrom)
{
    public string Link(string path) => new Uri(BaseUrl, path).ToString();
}

using System.Globalization;
using System.Net.Mail;

namespace LraGovernance.Notifications;

/// <summary>Writes each mail as an .eml file into a folder, for a mail server on the same machine to pick up, or for the mailbox page.</summary>
public sealed class PickupFolderSender(string folder, SiteAddress site, TimeProvider clock) : IMailSender
{
    /// <summary>When it was sent on the product's clock; <c>Date</c> is the machine's, which SmtpClient insists on.</summary>
    public const string SentAtHeader = "X-Sent-At";

    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var message = MailComposition.Compose(mail, site);
        message.Headers.Add(SentAtHeader, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        // SmtpClient names its files at random: written beside and moved, the same mail is one file however often it is sent.
        var own = new DirectoryInfo(Path.Combine(folder, $".{mail.Id:N}"));
        if (own.Exists)
        {
            own.Delete(recursive: true); // a process died here with the mail half written
        }

        own.Create();
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = own.FullName })
        {
            await client.SendMailAsync(message, cancellationToken);
        }

        File.Move(own.GetFiles("*.eml").Single().FullName, Path.Combine(folder, $"{mail.Id:N}.eml"), overwrite: true);
        own.Delete(recursive: true);
        return new HandOver.Taken();
    }

    /// <summary>A mail is one file however often it is written, so nothing need be asked: the mail server may have taken the file away.</summary>
    public Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
}

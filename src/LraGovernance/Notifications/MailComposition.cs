using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace LraGovernance.Notifications;

/// <summary>Writes a mail as a message with both parts, and with an identity that stays the same when it is sent again.</summary>
internal static class MailComposition
{
    internal static MailMessage Compose(OutgoingMail mail, SiteAddress site)
    {
        var message = new MailMessage(site.MailFrom, mail.ToAddress)
        {
            Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, Body = mail.Text, BodyEncoding = Encoding.UTF8,
        };
        message.To[0] = new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8);
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Mail-Id", mail.Id.ToString("D", CultureInfo.InvariantCulture));
        return message;
    }
}

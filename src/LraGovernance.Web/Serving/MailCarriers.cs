using LraGovernance.Notifications;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LraGovernance.Web.Serving;

/// <summary>Composes what carries the mails.</summary>
internal static class MailCarriers
{
    public static void AddMailCarrier(this IServiceCollection services, MailSettings settings, IHostEnvironment environment)
    {
        services.AddSingleton<IMailSender>(x => settings.Carrier switch
        {
            MailCarrier.Smtp => new SmtpSender(
                new(settings.SmtpHost!, settings.SmtpPort, settings.SmtpStartTls, settings.SmtpUserName, settings.SmtpPassword, TimeSpan.FromSeconds(settings.TimeoutSeconds)),
                x.GetRequiredService<SiteAddress>()),
            MailCarrier.Notify => new NotifySender(
                new(new Uri(settings.NotifyAddress), settings.NotifyApiKey!, settings.NotifyTemplateId!, TimeSpan.FromSeconds(settings.TimeoutSeconds))),
            _ => new PickupFolderSender(
                Directory.CreateDirectory(settings.PickupFolder!).FullName, x.GetRequiredService<SiteAddress>(), x.GetRequiredService<TimeProvider>()),
        });
        services.Replace(ServiceDescriptor.Singleton(new DigestFrom(settings.DigestFrom)));
        services.Replace(ServiceDescriptor.Singleton(environment.IsProduction() || settings.Carrier == MailCarrier.PickupFolder
            ? MailRecipients.Everybody
            : new MailRecipients((settings.AllowedDomains ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))));
    }
}

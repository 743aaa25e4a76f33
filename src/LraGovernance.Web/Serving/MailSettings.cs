using System.ComponentModel.DataAnnotations;

namespace LraGovernance.Web.Serving;

/// <summary>What carries the mails.</summary>
internal enum MailCarrier { PickupFolder, Smtp, Notify }

/// <summary>How mails leave. The section is named <c>Mail</c>.</summary>
internal sealed class MailSettings : IValidatableObject
{
    public MailCarrier Carrier { get; set; }

    /// <summary>Mails are written here as .eml files, for a mail server to pick up.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>Outside Production only addresses of these domains are sent anything, parted by commas; none where it is empty.</summary>
    public string? AllowedDomains { get; set; }

    /// <summary>So many mails for one person at once become one that lists them.</summary>
    [Range(2, 1_000)]
    public int DigestFrom { get; set; } = 5;

    public string? SmtpHost { get; set; }

    [Range(1, 65535)]
    public int SmtpPort { get; set; } = 587;

    /// <summary>Goes on only with encryption; false is for a server on the same machine.</summary>
    public bool SmtpStartTls { get; set; } = true;

    public string? SmtpUserName { get; set; }
    public string? SmtpPassword { get; set; }

    /// <summary>How long one mail may take, by either.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 30;

    [Url]
    public string NotifyAddress { get; set; } = "https://api.notifications.service.gov.uk";

    /// <summary>The key as GOV.UK Notify shows it once.</summary>
    public string? NotifyApiKey { get; set; }

    /// <summary>A template of the type email with the subject <c>((subject))</c> and the message <c>((body))</c>.</summary>
    public string? NotifyTemplateId { get; set; }

    /// <summary>What GOV.UK Notify says when it tells us what became of a mail; without one it cannot.</summary>
    [MinLength(24)]
    public string? NotifyCallbackToken { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Needed().Where(x => string.IsNullOrWhiteSpace(x.Value)).Select(x => new ValidationResult("", [x.Name]));

    private IEnumerable<(string Name, string? Value)> Needed() => Carrier switch
    {
        MailCarrier.Smtp => SmtpUserName is null ? [(nameof(SmtpHost), SmtpHost)] : [(nameof(SmtpHost), SmtpHost), (nameof(SmtpPassword), SmtpPassword)],
        MailCarrier.Notify => [(nameof(NotifyApiKey), NotifyApiKey), (nameof(NotifyTemplateId), NotifyTemplateId)],
        _ => [(nameof(PickupFolder), PickupFolder)],
    };
}

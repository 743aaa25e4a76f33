using System.ComponentModel.DataAnnotations;

namespace LraGovernance.Web.Serving;

/// <summary>Where the site is reached, as mails say it. The section is named <c>Site</c>.</summary>
internal sealed class SiteSettings
{
    [Required, Url]
    public string BaseUrl { get; set; } = "";

    [Required, EmailAddress]
    public string MailFrom { get; set; } = "";
}

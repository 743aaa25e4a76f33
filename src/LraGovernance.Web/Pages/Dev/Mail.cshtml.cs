using LraGovernance.Pipeline;
using LraGovernance.Web.Mailbox;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages.Dev;

/// <summary>
/// One mail. Its HTML part is somebody else's markup as far as this page is concerned: it comes from a handler of its own,
/// into a frame without scripts, forms or origin, which only a person's click on a link can leave.
/// </summary>
[Anyone("Development only: one mail")]
internal sealed class MailModel(MailFolder folder) : PageModel
{
    public const string Sandbox = "allow-top-navigation-by-user-activation";

    private const string FramePolicy =
        $"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox {Sandbox}";

    public MailFile Mail { get; private set; } = null!;

    public IActionResult OnGet(Guid id)
    {
        if (folder.Find(id) is not { } mail)
        {
            return NotFound();
        }

        Mail = mail;
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.ContentSecurityPolicy + "; frame-src 'self'";
        return Page();
    }

    public IActionResult OnGetHtml(Guid id)
    {
        if (folder.Find(id) is not { Html.Length: > 0 } mail)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = FramePolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Content(mail.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.OrdinalIgnoreCase), "text/html; charset=utf-8");
    }
}

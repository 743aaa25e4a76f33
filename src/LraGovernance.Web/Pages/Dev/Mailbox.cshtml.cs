using System.Globalization;
using LraGovernance.Pipeline;
using LraGovernance.Web.Mailbox;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LraGovernance.Web.Pages.Dev;

[Anyone("Development only: the mails that were sent")]
internal sealed class MailboxModel(MailFolder folder) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Recipients { get; private set; } = [];

    public IReadOnlyList<(string Day, IReadOnlyList<MailFile> Mails)> Days { get; private set; } = [];

    public IReadOnlyList<MailFile> Unreadable { get; private set; } = [];

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + PageSize - 1) / PageSize);

    public string PageHref => "/dev/mailbox?" + (string.IsNullOrEmpty(To) ? "" : $"To={Uri.EscapeDataString(To)}&") + "Number={0}";

    public bool Cut { get; private set; }

    public void OnGet()
    {
        var all = folder.Newest();
        Cut = all.Count == MailFolder.Most;
        Unreadable = [.. all.Where(x => x.Fault is not null)];
        var mails = all.Where(x => x.Fault is null).ToList();
        Recipients = [.. mails.DistinctBy(x => x.ToAddress).OrderBy(x => x.ToName, StringComparer.CurrentCulture).Select(x => new SelectListItem(Name(x), x.ToAddress))];
        var shown = mails.Where(x => string.IsNullOrEmpty(To) || string.Equals(x.ToAddress, To, StringComparison.OrdinalIgnoreCase)).ToList();
        Found = shown.Count;
        Number = Math.Clamp(Number, 1, Pages);
        Days =
        [
            .. shown.Skip((Number - 1) * PageSize).Take(PageSize).GroupBy(x => x.At?.LondonDate())
                .Select(x => (x.Key is { } day ? LondonTime.Weekday(day) : "Without a date", (IReadOnlyList<MailFile>)[.. x])),
        ];
    }

    public static string Name(MailFile mail) => mail.ToName.Length > 0 ? mail.ToName : mail.ToAddress;

    public string Count => Found == 1 ? "1 mail" : string.Create(CultureInfo.InvariantCulture, $"{Found} mails");
}

using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Years;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Years;

/// <summary>The whole cycle of a year on one page.</summary>
[KnownPerson]
internal sealed class YearModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public YearView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? financialYear)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadYear(service.Key, financialYear)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

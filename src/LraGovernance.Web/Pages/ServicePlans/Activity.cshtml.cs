using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>One activity of a plan.</summary>
[Anyone("the plan in force is public (design section 8)")]
internal sealed class ActivityModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ActivityView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string financialYear, string number)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadActivity(service.Key, financialYear, number)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

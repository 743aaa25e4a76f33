using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>The plan of a year, with what it answers and what nothing answers.</summary>
[Anyone("the plan in force is public (design section 8)")]
internal sealed class ReadModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public PlanView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string financialYear)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadServicePlan(service.Key, financialYear)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

/// <param name="TaskId">The task in which its activities are changed; null where they are read.</param>
internal sealed record PlanTable(PlanView View, Guid? TaskId);

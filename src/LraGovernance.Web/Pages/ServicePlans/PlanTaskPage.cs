using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>A page on which something is done with the plan that the task is about.</summary>
internal abstract class PlanTaskPage(Commands commands, Visitor visitor, params string[] kinds) : TaskPage(commands, visitor, kinds)
{
    public PlanView View { get; private set; } = null!;

    protected async Task<IActionResult?> OpenPlanAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadPlanTask(taskId)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

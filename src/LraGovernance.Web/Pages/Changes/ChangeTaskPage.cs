using LraGovernance.Changes;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Changes;

/// <summary>A page on which something is done with the change that the task is about.</summary>
internal abstract class ChangeTaskPage(Commands commands, Visitor visitor, string kind) : TaskPage(commands, visitor, kind)
{
    public ChangeView View { get; private set; } = null!;

    protected async Task<IActionResult?> OpenChangeAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadChange(Asked.Service, Asked.InstanceKey)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>A page on which something is done with the exception that the task is about.</summary>
internal abstract class ExceptionTaskPage(Commands commands, Visitor visitor, string kind) : TaskPage(commands, visitor, kind)
{
    public ExceptionView View { get; private set; } = null!;

    protected async Task<IActionResult?> OpenExceptionAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadException(Asked.Service, Asked.InstanceKey)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

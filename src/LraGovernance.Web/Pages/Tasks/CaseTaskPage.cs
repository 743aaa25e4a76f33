using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>A page on which something is done with the case that the task is about; each feature says how its case is read.</summary>
internal abstract class CaseTaskPage<TView>(Commands commands, Visitor visitor, string kind, Func<TaskView, IRequest<TView?>> read) : TaskPage(commands, visitor, kind)
    where TView : class
{
    public TView View { get; private set; } = null!;

    protected async Task<IActionResult?> OpenCaseAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(read(Asked)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

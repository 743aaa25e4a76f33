using LraGovernance.Pipeline;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>A page on which something is done with the variation that the task is about.</summary>
internal abstract class VariationTaskPage(Commands commands, Visitor visitor, string kind) : TaskPage(commands, visitor, kind)
{
    public VariationView View { get; private set; } = null!;

    protected async Task<IActionResult?> OpenVariationAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadVariation(Asked.Service, Asked.InstanceKey)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>The draft on one page, to read or to print, for its author and its reviewers.</summary>
[KnownPerson]
internal sealed class DraftTextModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    public DraftView Draft { get; private set; } = null!;

    public string Back { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await SendAsync(new ReadTask(taskId)) is not { } task)
        {
            return NotFound();
        }

        if (!task.Open)
        {
            return Redirect($"/tasks/{taskId}");
        }

        if (await SendAsync(new ReadDraft(taskId)) is not { } draft)
        {
            return NotFound();
        }

        (Draft, Back) = (draft, TaskAddresses.Of(task)!);
        return Page();
    }
}

using LraGovernance.Meetings;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Meetings;

/// <summary>The text that was put to the committee, known by its content hash.</summary>
[KnownPerson]
internal sealed class AttachmentModel(Commands commands, Visitor visitor) : TaskPage(commands, visitor, TaskAddresses.Endorse)
{
    public PaperView Put { get; private set; } = null!;

    public RevisionView Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadPaper(taskId)) is not { } put || await SendAsync(new ReadRevision(put.Paper.AttachmentHash, null)) is not { } text)
        {
            return NotFound();
        }

        (Put, Text) = (put, text);
        return Page();
    }
}

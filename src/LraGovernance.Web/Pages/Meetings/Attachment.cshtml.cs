using LraGovernance.Decisions;
using LraGovernance.Meetings;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Meetings;

/// <summary>The text that was put to the committee, known by its content hash.</summary>
[KnownPerson]
internal sealed class AttachmentModel(Commands commands, Visitor visitor) : TaskPage(commands, visitor, TaskAddresses.Endorse, TaskAddresses.RecordMeeting)
{
    public PaperView Put { get; private set; } = null!;

    /// <summary>The text of a specification; null where another paper is attached.</summary>
    public RevisionView? Text { get; private set; }

    public CasePaperView? Case { get; private set; }

    public string Title => Text?.Document.Title ?? Case!.Document.Title;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadPaper(taskId)) is not { } put)
        {
            return NotFound();
        }

        Put = put;
        Text = await SendAsync(new ReadRevision(put.Paper.AttachmentHash, null));
        Case = Text is null ? await SendAsync(new ReadCasePaper(put.Paper.AttachmentHash)) : null;
        return Text is null && Case is null ? NotFound() : Page();
    }
}

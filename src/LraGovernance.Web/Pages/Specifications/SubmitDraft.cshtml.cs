using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>The author checks what has changed, then submits the draft.</summary>
[KnownPerson]
internal sealed class SubmitDraftModel(Commands commands, Visitor visitor, Randomness randomness) : DraftTaskPage(commands, visitor, TaskAddresses.Draft)
{
    [BindProperty]
    public SubmitForm Form { get; set; } = new();

    /// <summary>Clauses that somebody commented on and that stand as they were.</summary>
    public IEnumerable<Clause> Unanswered => Draft.Document.Clauses.Where(x => CommentsOn(x.Id).Any() && ChangeOf(x.Id) is null);

    public async Task<IActionResult> OnGetAsync(Guid taskId) => await OpenDraftAsync(taskId) ?? Fresh();

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new SubmitDraft(Form.CommandId, Asked.Service, taskId, Form.Checked ?? "")))
        {
            case SubmitDraftResult.Submitted submitted:
                this.Announce($"The draft is submitted as revision {submitted.Revision}");
                return Redirect("/waiting");
            case SubmitDraftResult.Unsettled:
                ModelState.AddModelError("", "Say first whether the draft takes over what has come into force since it was opened");
                return Fresh();
            case SubmitDraftResult.Refused refused:
                return Refused(refused.Why);
            default:
                ModelState.AddModelError("", "A colleague has changed the draft since you opened this page. Check it again before you submit it");
                return Fresh();
        }
    }

    private PageResult Fresh()
    {
        Form = new() { CommandId = randomness.Id("form", ""), Checked = Draft.DraftHash };
        return Page();
    }
}

internal sealed class SubmitForm : CommandForm
{
    /// <summary>Hash of the draft as this page shows it.</summary>
    public string? Checked { get; set; }
}

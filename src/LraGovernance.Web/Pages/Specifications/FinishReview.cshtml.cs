using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>The reviewer checks what they have said, then hands the review in.</summary>
[KnownPerson]
internal sealed class FinishReviewModel(Commands commands, Visitor visitor, Randomness randomness) : DraftTaskPage(commands, visitor, TaskAddresses.Review)
{
    [BindProperty]
    public CommandForm Form { get; set; } = new();

    public IReadOnlyList<ReviewComment> Own { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var person = (await ActorAsync()).PersonId;
        var order = Draft.Document.Clauses.Select(x => x.Id).ToList();
        Own = [.. Comments.Where(x => x.TaskId == taskId && x.PersonId == person).OrderBy(x => x.ClauseId is null ? -1 : order.IndexOf(x.ClauseId))];
        Form.CommandId = randomness.Id("form", "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new SubmitReview(Form.CommandId, Asked.Service, taskId)))
        {
            case SubmitReviewResult.Submitted:
                this.Announce("Your review is finished. Thank you");
                return Redirect("/waiting");
            case SubmitReviewResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

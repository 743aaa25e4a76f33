using LraGovernance.Comments;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Comments;

/// <summary>The commissioner says what a comment from outside changed, or why it changed nothing.</summary>
[Roles("commissioner")]
internal sealed class AnswerModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public PublicComment Comment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        (Form.CommandId, Form.Reason) = (randomness.Id("form", ""), null);
        return await OpenAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await OpenAsync(id))
        {
            return NotFound();
        }

        if (await TrySendAsync(new AnswerComment(Form.CommandId, Service!.Key, id, Form.Outcome, Form.Reason)) is not AnswerCommentResult.Answered)
        {
            return Page();
        }

        this.Announce("Saved: what became of the comment");
        return Redirect("/comments");
    }

    private async Task<bool> OpenAsync(Guid id)
    {
        if (await ReadServiceAsync() is { } service && (await SendAsync(new ReadComments(service.Key))).FirstOrDefault(x => x.Id == id) is { } comment)
        {
            Comment = comment;
            return true;
        }

        return false;
    }
}

internal sealed class AnswerForm : CommandForm
{
    public CommentOutcome? Outcome { get; set; }

    public string? Reason { get; set; }
}

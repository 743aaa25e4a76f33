using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>One clause, or the draft as a whole, with what has been said of it and room to say more.</summary>
[KnownPerson]
internal sealed class ReviewCommentModel(Commands commands, Visitor visitor, Randomness randomness) : DraftTaskPage(commands, visitor, TaskAddresses.Review)
{
    [BindProperty]
    public CommentForm Form { get; set; } = new();

    /// <summary>Null for the draft as a whole.</summary>
    public Clause? Clause { get; private set; }

    public string About => Clause is null ? "the whole draft" : $"clause {Clause.Id}";

    public Clause? Next => Clause is null ? Draft.Document.Clauses[0] : Beside(Clause, 1);

    public string Address(Clause? clause) => $"/specifications/review/{Asked.Id}/comment/{clause?.Id}".TrimEnd('/');

    public async Task<IActionResult> OnGetAsync(Guid taskId, string? clauseId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenClauseAsync(taskId, clauseId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId, string? clauseId)
    {
        if (await OpenClauseAsync(taskId, clauseId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new AddReviewComment(Form.CommandId, Asked.Service, taskId, clauseId, Form.Text ?? "")))
        {
            case AddReviewCommentResult.Added:
                this.Announce($"Your comment on {About} is saved");
                return Redirect(Address(Clause));
            case AddReviewCommentResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenClauseAsync(Guid taskId, string? clauseId)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        Clause = ClauseOf(clauseId);
        return clauseId is not null && Clause is null ? NotFound() : null;
    }
}

internal sealed class CommentForm : CommandForm
{
    public string? Text { get; set; }
}

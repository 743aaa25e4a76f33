using LraGovernance.Comments;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

[KnownPerson]
internal sealed class DraftModel(Commands commands, Visitor visitor) : DraftTaskPage(commands, visitor, TaskAddresses.Draft)
{
    public ClauseList Clauses => List(
        x => $"/specifications/draft/{Asked.Id}/clause/{x.Id}",
        x => CommentsOn(x.Id).Count() is > 0 and var count ? ClauseListSection.Words(count, "comment") : null);

    public IEnumerable<ReviewComment> Earlier => Draft.Comments.Where(x => x.Revision != Draft.Revision);

    /// <summary>What people outside have said of the specification, and of how many nothing has become yet.</summary>
    public IReadOnlyList<PublicComment> Public { get; private set; } = [];

    public int Unanswered => Public.Count(x => x.Outcome is null);

    /// <summary>Where the draft stands, in a sentence.</summary>
    public string Standing => Draft switch
    {
        { SinceSubmitted: null } => "It has not been submitted yet.",
        { SinceSubmitted.IsNone: true } => $"It was last submitted as revision {Draft.Revision}. Nothing has changed since.",
        _ => $"It was last submitted as revision {Draft.Revision}. {ClauseListSection.Words(Draft.SinceSubmitted!.Clauses.Count, "clause")} changed since.",
    };

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        Public = await SendAsync(new ReadComments(Asked.Service));
        return Page();
    }
}

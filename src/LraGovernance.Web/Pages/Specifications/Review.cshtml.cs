using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

[KnownPerson]
internal sealed class ReviewModel(Commands commands, Visitor visitor) : DraftTaskPage(commands, visitor, TaskAddresses.Review)
{
    public ClauseList Clauses => List(x => $"/specifications/review/{Asked.Id}/comment/{x.Id}", x => Hint(x.Id));

    public string? Hint(string? clause) =>
        CommentsOn(clause).Count() is > 0 and var count ? ClauseListSection.Words(count, "comment") : null;

    public async Task<IActionResult> OnGetAsync(Guid taskId) => await OpenDraftAsync(taskId) ?? Page();
}

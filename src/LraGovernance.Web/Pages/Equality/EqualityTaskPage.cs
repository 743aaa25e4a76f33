using LraGovernance.Equality;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Equality;

/// <summary>A page on which something is done with the assessment that the task is about.</summary>
internal abstract class EqualityTaskPage(Commands commands, Visitor visitor, string kind) : TaskPage(commands, visitor, kind)
{
    public EqualityAssessment Assessment { get; private set; } = null!;

    protected async Task<IActionResult?> OpenAssessmentAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadEquality(Asked.Service, Asked.InstanceKey)) is not { } one)
        {
            return NotFound();
        }

        Assessment = one;
        return null;
    }

    /// <summary>The page of the case that it is about.</summary>
    public static string CasePath(string number) => number.StartsWith("CH-", StringComparison.Ordinal) ? $"/changes/{number}" : $"/variations/{number}";
}

using LraGovernance.Equality;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Equality;

/// <summary>The responsible officer writes the full assessment.</summary>
[KnownPerson]
internal sealed class AssessModel(Commands commands, Visitor visitor, Randomness randomness) : EqualityTaskPage(commands, visitor, TaskAddresses.AssessEquality)
{
    [BindProperty]
    public FullForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenCaseAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new AssessEquality(Form.CommandId, Asked.Service, taskId, Form.Scope, Form.Data, Form.Engagement, Form.Judgement, Form.ActionPlan, Form.Monitoring)))
        {
            case AssessEqualityResult.Recorded recorded:
                this.Announce($"Recorded: the full assessment of {recorded.CaseNumber}");
                return Redirect($"/equality/{recorded.CaseNumber}");
            case AssessEqualityResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class FullForm : CommandForm
{
    public string? Scope { get; set; }

    public string? Data { get; set; }

    public string? Engagement { get; set; }

    public string? Judgement { get; set; }

    public string? ActionPlan { get; set; }

    public string? Monitoring { get; set; }
}

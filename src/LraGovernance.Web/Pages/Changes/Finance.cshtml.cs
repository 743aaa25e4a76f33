using LraGovernance.Changes;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Changes;

/// <summary>The finance partner says what a change does to the money.</summary>
[KnownPerson]
internal sealed class FinanceModel(Commands commands, Visitor visitor, Randomness randomness) : ChangeTaskPage(commands, visitor, TaskAddresses.Finance)
{
    [BindProperty]
    public FinanceForm Form { get; set; } = new();

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

        switch (await TrySendAsync(new AssessFinance(Form.CommandId, Asked.Service, taskId, Form.Text)))
        {
            case AssessFinanceResult.Recorded recorded:
                this.Announce($"Recorded: what {recorded.Number} does to the money");
                return Redirect($"/changes/{recorded.Number}");
            case AssessFinanceResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class FinanceForm : CommandForm
{
    public string? Text { get; set; }
}

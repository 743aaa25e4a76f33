using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>The head of service says whether an exception that no figure measures is over.</summary>
[KnownPerson]
internal sealed class ConfirmModel(Commands commands, Visitor visitor, Randomness randomness) : ExceptionTaskPage(commands, visitor, TaskAddresses.ConfirmException)
{
    [BindProperty]
    public ConfirmForm Form { get; set; } = new();

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

        switch (await TrySendAsync(new ConfirmException(Form.CommandId, Asked.Service, taskId, Form.IsOver, Form.Text)))
        {
            case ConfirmExceptionResult.Recorded:
                this.Announce($"Recorded: {View.Case.Number}");
                return Redirect($"/exceptions/{View.Case.Number}");
            case ConfirmExceptionResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class ConfirmForm : CommandForm
{
    public bool? IsOver { get; set; }

    public string? Text { get; set; }
}

using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>The senior management team takes an exception up.</summary>
[KnownPerson]
internal sealed class AssessModel(Commands commands, Visitor visitor, Randomness randomness) : ExceptionTaskPage(commands, visitor, TaskAddresses.AssessException)
{
    [BindProperty]
    public AssessForm Form { get; set; } = new();

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

        switch (await TrySendAsync(new AssessException(Form.CommandId, Asked.Service, taskId, Form.Handling, Form.Text)))
        {
            case AssessExceptionResult.Recorded recorded:
                this.Announce($"Recorded: {recorded.Number}");
                return Redirect($"/exceptions/{recorded.Number}");
            case AssessExceptionResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class AssessForm : CommandForm
{
    public Handling? Handling { get; set; }

    public string? Text { get; set; }
}

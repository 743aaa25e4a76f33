using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>The commissioner says what becomes of changes that a new version has replaced unasked.</summary>
[KnownPerson]
internal sealed class LeftBehindModel(Commands commands, Visitor visitor, Randomness randomness)
    : CaseTaskPage<LeftBehindView>(commands, visitor, TaskAddresses.LeftBehind, task => new ReadLeftBehind(task.Service, task.InstanceKey))
{
    [BindProperty]
    public LeftBehindForm Form { get; set; } = new();

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

        switch (await TrySendAsync(new SettleLeftBehind(Form.CommandId, Asked.Service, taskId, Form.RaisedAgain, Form.Text)))
        {
            case SettleLeftBehindResult.Settled:
                this.Announce("Recorded: what becomes of the changes left behind");
                return Redirect("/waiting");
            case SettleLeftBehindResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class LeftBehindForm : CommandForm
{
    public bool? RaisedAgain { get; set; }

    public string? Text { get; set; }
}

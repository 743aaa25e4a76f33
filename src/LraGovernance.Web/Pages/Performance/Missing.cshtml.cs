using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>The head of service brings in what reporters have not, one figure after the other.</summary>
[KnownPerson]
internal sealed class MissingModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.BringInFigures)
{
    [BindProperty]
    public CommandForm Form { get; set; } = new();

    public IReadOnlyList<MissingLine> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenMissingAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenMissingAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new CompleteTask(Form.CommandId, Asked.Service, taskId)))
        {
            case CompleteTaskResult.Completed:
                this.Announce($"Done: {Asked.Title}");
                return Redirect("/waiting");
            case CompleteTaskResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenMissingAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadMissing(taskId)) is not { } figures)
        {
            return NotFound();
        }

        Figures = figures;
        return null;
    }
}

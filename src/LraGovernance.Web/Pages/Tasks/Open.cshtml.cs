using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>The address in every mail: leads to the page where the task is done, or is that page, or says why it is over.</summary>
[KnownPerson]
internal sealed class OpenModel(Commands commands, Visitor visitor, Randomness randomness) : GovernancePage(commands, visitor)
{
    public TaskView Asked { get; private set; } = null!;

    [BindProperty]
    public CommandForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await SendAsync(new ReadTask(taskId)) is not { } task)
        {
            return NotFound();
        }

        Asked = task;
        Form.CommandId = randomness.Id("form", "");
        return task.Open && TaskAddresses.Of(task) is { } address ? Redirect(address) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await SendAsync(new ReadTask(taskId)) is not { } task)
        {
            return NotFound();
        }

        switch (await TrySendAsync(new CompleteTask(Form.CommandId, task.Service, taskId)))
        {
            case CompleteTaskResult.Completed:
                this.Announce($"Done: {task.Title}");
                return Redirect("/waiting");
            case CompleteTaskResult.Refused { Why: TaskCompletion.AlreadyClosed } or CompleteTaskResult.HasItsOwnPage:
                return Redirect($"/tasks/{taskId}");
            default:
                return NotFound();
        }
    }
}

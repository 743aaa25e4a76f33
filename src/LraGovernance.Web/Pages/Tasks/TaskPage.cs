using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>A page on which tasks of one kind, or of kinds alike, are done. Somebody else's task does not exist; a closed one has a page that says why.</summary>
internal abstract class TaskPage(Commands commands, Visitor visitor, params string[] kinds) : GovernancePage(commands, visitor)
{
    public TaskView Asked { get; private set; } = null!;

    /// <summary>Every handler asks this first; what it returns, if anything, is the answer.</summary>
    protected async Task<IActionResult?> OpenAsync(Guid taskId)
    {
        if (await SendAsync(new ReadTask(taskId)) is not { } task || !kinds.Contains(task.Kind))
        {
            return NotFound();
        }

        Asked = task;
        return task.Open ? null : Redirect($"/tasks/{taskId}");
    }

    /// <summary>What a refused command leads to: a task closed a moment ago has its page, any other is not here.</summary>
    protected IActionResult Refused(TaskCompletion why) =>
        why == TaskCompletion.AlreadyClosed ? Redirect($"/tasks/{Asked.Id}") : NotFound();
}

/// <summary>What every form that sends a command carries, so that a double click is one command.</summary>
internal class CommandForm
{
    public Guid CommandId { get; set; }
}

using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>A task's day has passed: it is marked late, shown so, and those who were asked are told once.</summary>
internal sealed class NoteLateTask(GovernanceDb db, TaskDesk desk, Outbox outbox) : IAgendaWork
{
    internal const string AgendaKind = "task-late";

    public string Kind => AgendaKind;

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        db.Agenda.Remove(item);
        var id = Guid.Parse(item.Key);
        var task = await db.Tasks.Include(x => x.Assignees).SingleAsync(x => x.Id == id, cancellationToken);
        task.Late = true;
        foreach (var waiting in task.Assignees.Where(x => x.DoneAt is null))
        {
            await outbox.QueueAsync(task.Service, TaskDesk.TaskMail("task-late", task, waiting.PersonId, task.Id.ToString()), cancellationToken);
        }

        await desk.RecordAsync(task, "task-late", $"{task.Title}: {task.Role} has not answered in time", new { task.DueAt }, cancellationToken);
    }
}

using System.Text.Json;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>A rung of a task's reminder ladder: those who have not done it are reminded, and the next rung is planned.</summary>
internal sealed class RemindTask(GovernanceDb db, TaskDesk desk, Outbox outbox) : IAgendaWork
{
    internal const string AgendaKind = "task-reminder";

    public string Kind => AgendaKind;

    public async Task PerformAsync(AgendaItem item, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(item.Key);
        var task = await db.Tasks.Include(x => x.Assignees).SingleAsync(x => x.Id == id, cancellationToken);
        foreach (var waiting in task.Assignees.Where(x => x.DoneAt is null))
        {
            await outbox.QueueAsync(task.Service, TaskDesk.TaskMail("task-reminder", task, waiting.PersonId, $"{task.Id}/{item.DueAt:O}"), cancellationToken);
            await desk.RecordAsync(task, "reminder-sent", $"{task.Title}: {task.Role} is reminded", new { recipient = waiting.PersonId }, cancellationToken);
        }

        Ladder.Climb(db, item);
    }
}

/// <summary>The rungs of a reminder ladder that are still to come stand in the agenda item.</summary>
internal static class Ladder
{
    internal static void Climb(GovernanceDb db, AgendaItem item)
    {
        var left = JsonSerializer.Deserialize<List<DateTimeOffset>>(item.Data!)!;
        if (left.Count == 0)
        {
            db.Agenda.Remove(item);
            return;
        }

        item.DueAt = left[0];
        item.Data = JsonSerializer.Serialize(left.Skip(1));
    }
}

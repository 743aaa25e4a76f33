using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>A task to be opened; <paramref name="Identity"/> makes it the same task however often it is opened.</summary>
public sealed record NewTask(string Identity, string Service, string Kind, string Title, string Role)
{
    public required string Process { get; init; }
    public required string InstanceKey { get; init; }
    public string? FinancialYear { get; init; }
    public Guid? InstanceId { get; init; }
    public string? BookmarkId { get; init; }

    /// <summary>Until when it can be done so that what is ahead is kept.</summary>
    public SafeBy? Safe { get; init; }
    public string? Subject { get; init; }

    /// <summary>The period or case in words; left out where the title says it.</summary>
    public string? About { get; init; }
    public string? Guidance { get; init; }
    public bool All { get; init; }
    public string? DueDate { get; init; }
    public int? DueWorkingDays { get; init; }

    /// <summary>A day by itself, in place of the two.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Only those who hold these parts of the role; everybody where it is empty.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
    public IReadOnlyList<int> Reminders { get; init; } = [];
}

/// <summary>How the answer to a task ended.</summary>
public enum TaskCompletion { Done, NotFound, NotYours, AlreadyClosed }

/// <summary>Opens tasks, closes them, and moves the process on that asked for them.</summary>
public sealed class TaskDesk(
    GovernanceDb db, Holders holders, CouncilCalendar calendar, Outbox outbox, Bursts bursts, Record record, Caller caller,
    Randomness randomness, TimeProvider clock)
{
    internal async Task<WorkTask> OpenAsync(NewTask asked, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var task = new WorkTask
        {
            Id = randomness.Id("task", asked.Identity), Service = asked.Service, Process = asked.Process, InstanceKey = asked.InstanceKey,
            InstanceId = asked.InstanceId, BookmarkId = asked.BookmarkId, Kind = asked.Kind, Title = asked.Title, About = asked.About, Guidance = asked.Guidance,
            Role = asked.Role, All = asked.All, Subject = asked.Subject, State = TaskState.Open, OpenedAt = now,
            DueAt = asked.DueOn is { } day ? London.At(day, London.CloseOfBusiness) : await calendar.DeadlineAsync(asked.Service, asked.FinancialYear ?? asked.InstanceKey, asked.DueDate, asked.DueWorkingDays, now),
            LastSafeDay = asked.Safe?.Day, SafeFor = asked.Safe?.For, SafeForDay = asked.Safe?.ForDay,
        };
        foreach (var person in await holders.OfRoleAsync(asked.Service, asked.Role, London.DateOf(now), asked.Scopes, cancellationToken))
        {
            task.Assignees.Add(new TaskAssignee { TaskId = task.Id, PersonId = person.Id });
            await outbox.QueueAsync(task.Service, TaskMail("task-assigned", task, person.Id, task.Id.ToString()), cancellationToken);
        }

        if (task.Assignees.Count == 0)
        {
            throw new InvalidOperationException($"Nobody holds the role '{asked.Role}' of {asked.Service}, which '{asked.Title}' is asked of.");
        }

        db.Tasks.Add(task);
        await PlanAsync(task, asked.Reminders);
        await RecordAsync(task, "task-opened", $"{task.Title}: asked of {task.Role}", new { task.Kind, task.Role, task.DueAt, task.LastSafeDay }, cancellationToken);
        return task;
    }

    /// <summary>Closes the task for the person who acts, and moves the process on when that is all that was asked.</summary>
    public Task<TaskCompletion> CompleteAsync(Guid taskId, string outcome, CancellationToken cancellationToken = default) =>
        CompleteAsync(taskId, outcome, null, cancellationToken);

    /// <summary>The same, with a result for the process.</summary>
    internal async Task<TaskCompletion> CompleteAsync(Guid taskId, string outcome, JsonNode? result, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == taskId, cancellationToken);
        if (Refusal(task) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var own = task!.Assignees.Single(x => x.PersonId == caller.Actor.PersonId);
        own.DoneAt = now;
        own.Outcome = outcome;
        await RecordAsync(task, "task-done", $"{task.Title}: {outcome}", new { task.Kind, task.Role, outcome }, cancellationToken);
        if (task.All && task.Assignees.Exists(x => x.DoneAt is null))
        {
            return TaskCompletion.Done;
        }

        await CloseAsync(task, TaskState.Done, null, cancellationToken);
        if (task is { InstanceId: { } instance, BookmarkId: { } bookmark })
        {
            bursts.Resume(instance, bookmark, outcome, result);
        }

        return TaskCompletion.Done;
    }

    /// <summary>Why the person who acts cannot answer this task; null when they can.</summary>
    internal TaskCompletion? Refusal(WorkTask? task) =>
        task is null ? TaskCompletion.NotFound
        : task.Assignees.TrueForAll(x => x.PersonId != caller.Actor.PersonId) || !caller.Actor.Holds(task.Service, task.Role) ? TaskCompletion.NotYours
        : task.State != TaskState.Open || task.Assignees.Single(x => x.PersonId == caller.Actor.PersonId).DoneAt is not null ? TaskCompletion.AlreadyClosed
        : null;

    internal async Task WithdrawAsync(Guid instance, string bookmark, string reason, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.Include(x => x.Assignees)
            .SingleAsync(x => x.InstanceId == instance && x.BookmarkId == bookmark, cancellationToken);
        if (task.State != TaskState.Open)
        {
            return;
        }

        await CloseAsync(task, TaskState.Withdrawn, reason, cancellationToken);
        foreach (var waiting in task.Assignees.Where(x => x.DoneAt is null))
        {
            var mail = TaskMail("task-withdrawn", task, waiting.PersonId, task.Id.ToString());
            await outbox.QueueAsync(task.Service, mail with { Data = new Dictionary<string, string>(mail.Data) { ["reason"] = reason } }, cancellationToken);
        }

        await RecordAsync(task, "task-withdrawn", $"{task.Title}: {reason}", null, cancellationToken);
    }

    internal static Owed TaskMail(string template, WorkTask task, Guid person, string occurrence) => new(template, person, occurrence, new Dictionary<string, string>
    {
        ["title"] = task.FullTitle, ["guidance"] = task.Guidance ?? "", ["path"] = $"tasks/{task.Id}",
        ["safe"] = SafeWords(task),
        ["due"] = task.DueAt is { } due ? London.Local(due).ToString("dddd d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")) : "no fixed date",
    })
    {
        Process = task.Process, InstanceKey = task.InstanceKey,
    };

    private static string SafeWords(WorkTask task) => task.LastSafeDay is { } day
        ? string.Create(CultureInfo.GetCultureInfo("en-GB"), $" The last safe day is {day:dddd d MMMM yyyy}: after it, the date of {task.SafeForDay:d MMMM yyyy} is not safe ({task.SafeFor}).") : "";

    internal Task RecordAsync(WorkTask task, string happened, string detail, object? after, CancellationToken cancellationToken) =>
        record.AddAsync(new Fact(happened, $"task/{task.Id}", detail) { Process = task.Process, InstanceKey = task.InstanceKey, After = after }, cancellationToken);

    private async Task PlanAsync(WorkTask task, IReadOnlyList<int> reminders)
    {
        var ladder = await calendar.LadderAsync(task.Service, task.OpenedAt, reminders);
        if (ladder.Count > 0)
        {
            db.Agenda.Add(new AgendaItem
            {
                Kind = RemindTask.AgendaKind, Key = task.Id.ToString(), Service = task.Service, DueAt = ladder[0], Data = JsonSerializer.Serialize(ladder.Skip(1)),
            });
        }

        if (task.DueAt is { } due)
        {
            db.Agenda.Add(new AgendaItem { Kind = NoteLateTask.AgendaKind, Key = task.Id.ToString(), Service = task.Service, DueAt = due });
        }
    }

    private async Task CloseAsync(WorkTask task, TaskState state, string? reason, CancellationToken cancellationToken)
    {
        task.State = state;
        task.ClosedAt = clock.GetUtcNow();
        task.ClosedBecause = reason;
        foreach (var kind in (string[])[RemindTask.AgendaKind, NoteLateTask.AgendaKind])
        {
            if (await db.Agenda.FindAsync([kind, task.Id.ToString()], cancellationToken) is { } item)
            {
                db.Agenda.Remove(item);
            }
        }
    }
}

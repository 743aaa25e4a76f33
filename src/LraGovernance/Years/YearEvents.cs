using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Years;

/// <summary>Gathers what a year's list tells: the calendar's dates, and its processes with what they asked for. A fixed number of queries.</summary>
internal sealed class YearEvents(GovernanceDb db, WorkflowCatalogue catalogue, InstanceNames names, Schedules schedules, TimeProvider clock)
{
    internal async Task<IReadOnlyList<YearEvent>> OfAsync(string service, FinancialYear year, CancellationToken cancellationToken)
    {
        var processes = db.Instances.AsNoTracking().Where(x => x.Service == service && x.FinancialYear == $"{year}");
        List<YearEvent> all =
        [
            .. await DatesAsync(service, year, cancellationToken),
            .. await ProcessesAsync(service, processes, cancellationToken),
            .. (await schedules.NextAsync(service, cancellationToken)).Where(x => x.Year == year).Select(x => new YearEvent(London.DateOf(x.At), YearEventKind.Start, x.Name, YearStanding.Ahead, About: x.About)),
            .. await TasksAsync(service, processes, cancellationToken),
            .. await DecisionsAsync(processes, cancellationToken),
        ];
        return [.. all.OrderBy(x => x.Day).ThenBy(x => x.Kind).ThenBy(x => x.What, StringComparer.Ordinal).ThenBy(x => x.About, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<YearEvent>> DatesAsync(string service, FinancialYear year, CancellationToken cancellationToken)
    {
        var today = London.DateOf(clock.GetUtcNow());
        var dates = await db.NamedDates.AsNoTracking().Where(x => x.Service == service && x.FinancialYear == $"{year}").ToListAsync(cancellationToken);
        return dates.Select(x => new YearEvent(x.Date, YearEventKind.Date, x.Title, x.Date < today ? YearStanding.Passed : YearStanding.Ahead));
    }

    private async Task<IEnumerable<YearEvent>> ProcessesAsync(string service, IQueryable<WorkflowInstance> processes, CancellationToken cancellationToken)
    {
        var rows = await processes.Select(x => new { x.Id, x.DefinitionId, x.Key, x.StartedAt, x.FinishedAt }).ToListAsync(cancellationToken);
        var about = await names.AboutAllAsync(service, rows.Select(x => (x.DefinitionId, x.Key)), cancellationToken);
        return rows.SelectMany(x => Both(
            x.Id, catalogue.Newest(x.DefinitionId)?.Definition.Name ?? x.DefinitionId, about.GetValueOrDefault((x.DefinitionId, x.Key), x.Key), x.StartedAt, x.FinishedAt));

        static IEnumerable<YearEvent> Both(Guid id, string what, string about, DateTimeOffset started, DateTimeOffset? finished)
        {
            yield return new(London.DateOf(started), YearEventKind.Start, what, YearStanding.Done, Instance: id, About: about);
            if (finished is { } end)
            {
                yield return new(London.DateOf(end), YearEventKind.Finish, what, YearStanding.Done, Instance: id, About: about);
            }
        }
    }

    /// <summary>What was withdrawn in time was not needed any more, and is left out; what was withdrawn when it was late was missed.</summary>
    private async Task<IEnumerable<YearEvent>> TasksAsync(string service, IQueryable<WorkflowInstance> processes, CancellationToken cancellationToken)
    {
        var titles = await db.Roles.AsNoTracking().Where(x => x.Service == service).ToDictionaryAsync(x => x.Key, x => x.Title, cancellationToken);
        var tasks = await db.Tasks.AsNoTracking().Where(x => x.State != TaskState.Withdrawn || x.Late).Join(processes, x => (Guid?)x.InstanceId, x => (Guid?)x.Id, (task, _) => task).ToListAsync(cancellationToken);
        return tasks.Select(x => new YearEvent(
            London.DateOf(x.ClosedAt ?? x.DueAt ?? x.OpenedAt), YearEventKind.Task, x.Title, OfTask(x, clock.GetUtcNow()), titles.GetValueOrDefault(x.Role, x.Role),
            LastSafeDay: x.State == TaskState.Open ? x.LastSafeDay : null, Instance: x.InstanceId, About: x.About));
    }

    private async Task<IEnumerable<YearEvent>> DecisionsAsync(IQueryable<WorkflowInstance> processes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var requests = await db.DecisionRequests.AsNoTracking().Where(x => x.State != RequestState.Withdrawn && x.State != RequestState.Superseded)
            .Join(processes, x => x.InstanceId, x => x.Id, (request, _) => request).ToListAsync(cancellationToken);
        return requests.Select(x => new YearEvent(
            London.DateOf(x.ClosedAt ?? x.DeadlineAt ?? x.OpenedAt), YearEventKind.Decision, x.Title,
            x.State != RequestState.Open ? YearStanding.Done : x.DeadlineAt < now ? YearStanding.Late : YearStanding.Open, x.BodyName, x.Outcome, Instance: x.InstanceId, About: x.About));
    }

    private static YearStanding OfTask(WorkTask task, DateTimeOffset now) => (task.State, task.Late || task.DueAt < now) switch
    {
        (TaskState.Open, true) => YearStanding.Late,
        (TaskState.Open, false) => YearStanding.Open,
        (TaskState.Withdrawn, _) => YearStanding.Missed,
        _ => task.Late ? YearStanding.DoneLate : YearStanding.Done,
    };
}

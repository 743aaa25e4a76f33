using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>A figure that is asked for, with its indicator as signed for its period.</summary>
internal sealed record AskedView(AskedFigure Asked, Indicator Indicator);

/// <summary>Finds what a reporter is asked for.</summary>
internal sealed class ReturnDesk(GovernanceDb db, KnownFile known, Holders holders, TaskDesk tasks, Caller caller, TimeProvider clock)
{
    /// <summary>What the person who acts is to report for the task; null when it is not theirs, or not any more.</summary>
    internal async Task<IReadOnlyList<AskedView>?> OfTaskAsync(Guid taskId, string kind, CancellationToken cancellationToken)
    {
        var task = await FindAsync(taskId, cancellationToken);
        return task is null || task.Kind != kind || tasks.Refusal(task) is not null ? null : await OfRoundAsync(task.Service, task.InstanceKey, ownOnly: true, cancellationToken);
    }

    internal async Task<TaskCompletion> RefusalAsync(Guid taskId, CancellationToken cancellationToken) =>
        tasks.Refusal(await FindAsync(taskId, cancellationToken)) ?? TaskCompletion.NotFound;

    internal async Task<IReadOnlyList<AskedView>> OfRoundAsync(string service, string month, bool ownOnly, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var scopes = ownOnly ? await holders.ScopesAsync(service, "indicator-reporter", caller.Actor.PersonId!.Value, London.DateOf(now), cancellationToken) : [];
        var rows = await db.AskedFigures.AsNoTracking().Where(x => x.Service == service && x.Month == month && (!ownOnly || scopes.Contains(x.Scope)))
            .OrderBy(x => x.Reference).ToListAsync(cancellationToken);
        var then = new Known(now, [], await known.VersionsAsync(service, cancellationToken));
        return [.. rows.Select(x => new AskedView(x, then.Indicator(x.Reference, Period.Parse(x.Period))
            ?? throw new InvalidOperationException($"{x.Reference} is asked for {x.Period}, and no version names it.")))];
    }

    /// <summary>Whether the person who acts may correct the figure or bring it in: its part of the service reports it, or they head the service.</summary>
    internal async Task<bool> MayBringAsync(AskedFigure asked, CancellationToken cancellationToken) => caller.Actor.Holds(asked.Service, "head-of-service")
        || (await holders.ScopesAsync(asked.Service, "indicator-reporter", caller.Actor.PersonId!.Value, London.DateOf(clock.GetUtcNow()), cancellationToken)).Contains(asked.Scope);

    /// <summary>The indicator as the version has it that judges the period.</summary>
    internal async Task<Indicator> IndicatorAsync(AskedFigure asked, CancellationToken cancellationToken) =>
        new Known(clock.GetUtcNow(), [], await known.VersionsAsync(asked.Service, cancellationToken)).Indicator(asked.Reference, Period.Parse(asked.Period))
        ?? throw new InvalidOperationException($"{asked.Reference} is asked for {asked.Period}, and no version names it.");

    private Task<WorkTask?> FindAsync(Guid taskId, CancellationToken cancellationToken) =>
        db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == taskId, cancellationToken);
}

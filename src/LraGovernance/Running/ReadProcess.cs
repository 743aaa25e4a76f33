using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>One running process as an ordered list: what was done, when, with which outcome, and where it waits.</summary>
[KnownPerson]
public sealed record ReadProcess(Guid Id) : IQuery<ProcessStory?>
{
    public const int NewestSteps = 500;
}

/// <param name="About">Its period or case, in words.</param>
public sealed record ProcessStory(
    string Name, string? Description, string About, InstanceStatus Status, int Version, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    bool HasEarlier, IReadOnlyList<ProcessStep> Done, IReadOnlyList<ProcessStep> WaitsFor, IReadOnlyList<IncidentRow> Incidents);

/// <param name="BookmarkId">The place where it waits, if it does.</param>
/// <param name="DueAt">When it goes on by itself, if it waits for a time.</param>
public sealed record ProcessStep(string Title, string Type, string? Outcome, DateTimeOffset At, string? BookmarkId = null, DateTimeOffset? DueAt = null);

internal sealed class ReadProcessHandler(GovernanceDb db, PinnedDefinitions pinned, InstanceNames names) : IRequestHandler<ReadProcess, ProcessStory?>
{

    public async Task<ProcessStory?> Handle(ReadProcess request, CancellationToken cancellationToken)
    {
        if (await db.Instances.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken) is not { } instance)
        {
            return null;
        }

        var definition = await pinned.OfAsync(db, instance, cancellationToken);
        var ended = Engine.Execution.JournalEvents.Completed;
        var done = await db.Journal.AsNoTracking().Where(x => x.InstanceId == instance.Id && x.Event == ended)
            .OrderByDescending(x => x.Sequence).Take(ReadProcess.NewestSteps + 1).ToListAsync(cancellationToken);
        var hasEarlier = done.Count > ReadProcess.NewestSteps;
        done.Reverse();
        var waiting = await db.Bookmarks.AsNoTracking().Where(x => x.InstanceId == instance.Id).ToListAsync(cancellationToken);
        var timers = await TimersAsync(instance.Id, cancellationToken);
        var incidents = await db.Incidents.AsNoTracking().Where(x => x.InstanceId == instance.Id).OrderBy(x => x.At).ToListAsync(cancellationToken);
        return new(
            definition.Name, definition.Description, await names.AboutAsync(instance.Service, instance.DefinitionId, instance.Key, cancellationToken) ?? instance.Key, instance.Status, instance.Version, instance.StartedAt, instance.FinishedAt,
            hasEarlier, [.. done.Skip(hasEarlier ? 1 : 0).Where(x => definition.Find(x.ActivityId) != definition.Root).Select(x => new ProcessStep(Title(definition, x.ActivityId), x.ActivityType, x.Outcome, x.At))],
            [.. waiting.OrderBy(x => x.Since).Select(x => new ProcessStep(Title(definition, x.ActivityId), x.Name, null, x.Since, x.BookmarkId, timers.GetValueOrDefault(x.BookmarkId)))],
            incidents);
    }

    private async Task<Dictionary<string, DateTimeOffset?>> TimersAsync(Guid instance, CancellationToken cancellationToken)
    {
        var own = Timers.KeyOf(instance, "");
        var items = await db.Agenda.AsNoTracking().Where(x => x.Kind == Timers.AgendaKind && x.Key.StartsWith(own)).ToListAsync(cancellationToken);
        return items.ToDictionary(x => x.Key[own.Length..], x => (DateTimeOffset?)x.DueAt);
    }

    private static string Title(WorkflowDefinition definition, string activityId) => definition.Find(activityId)?.DisplayText ?? activityId;
}

using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Starts processes, each once for its definition, service and period or case.</summary>
internal sealed class Instances(
    GovernanceDb db, WorkflowCatalogue catalogue, PinnedDefinitions pinned, Bursts bursts, Record record, Randomness randomness, TimeProvider clock)
{
    /// <param name="definitionId">Which process.</param>
    /// <param name="service">For which service.</param>
    /// <param name="key">For which period or case.</param>
    /// <param name="trigger">The activity that starts it, when a schedule does.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="year">Whose dates it keeps; left out for a case, which keeps those of the year it begins in.</param>
    internal async Task<WorkflowInstance> StartAsync(
        string definitionId, string service, string key, string? trigger, CancellationToken cancellationToken, FinancialYear? year = null)
    {
        var instance = await AddAsync(definitionId, service, key, year, null, null, cancellationToken);
        bursts.Queue(new(instance.Id, StimulusRow.Start(trigger)));
        return instance;
    }

    /// <summary>Starts a process as work of its own, because a step of another asks for it; null when that process is there already.</summary>
    /// <param name="definitionId">Which process.</param>
    /// <param name="key">For which period or case.</param>
    /// <param name="start">With what it starts.</param>
    /// <param name="parent">The process that asks.</param>
    /// <param name="bookmark">Where that waits for the end of this one, or null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<WorkflowInstance?> StartApartAsync(
        string definitionId, string key, StimulusRow start, WorkflowInstance parent, string? bookmark, CancellationToken cancellationToken)
    {
        if (await db.Instances.AnyAsync(x => x.DefinitionId == definitionId && x.Service == parent.Service && x.Key == key, cancellationToken))
        {
            return null;
        }

        var instance = await AddAsync(definitionId, parent.Service, key, null, parent.Id, bookmark, cancellationToken);
        bursts.QueueApart(instance.Id, start);
        return instance;
    }

    private async Task<WorkflowInstance> AddAsync(
        string definitionId, string service, string key, FinancialYear? year, Guid? parent, string? bookmark, CancellationToken cancellationToken)
    {
        var file = catalogue.Newest(definitionId) ?? throw new InvalidOperationException($"There is no process '{definitionId}'.");
        await pinned.PinAsync(db, file, cancellationToken);
        var instance = new WorkflowInstance
        {
            Id = randomness.Id("instance", $"{definitionId}/{service}/{key}"),
            Service = service, DefinitionId = definitionId, Version = file.Definition.Version, Key = key,
            FinancialYear = $"{year ?? (FinancialYear.TryParse(key, out var own) ? own : FinancialYear.Of(London.DateOf(clock.GetUtcNow())))}",
            ParentId = parent, ParentBookmarkId = bookmark, Status = InstanceStatus.Waiting, StartedAt = clock.GetUtcNow(),
        };
        db.Instances.Add(instance);
        await record.AddAsync(new Fact("instance-started", $"instance/{instance.Id}", $"{file.Definition.Name} {key}")
        {
            Process = definitionId, InstanceKey = key, After = new { version = instance.Version, hash = CanonicalJson.Hash(file.Json) },
        }, cancellationToken);
        return instance;
    }
}

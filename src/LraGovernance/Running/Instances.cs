using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;

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
    internal async Task<WorkflowInstance> StartAsync(string definitionId, string service, string key, string? trigger, CancellationToken cancellationToken)
    {
        var file = catalogue.Newest(definitionId) ?? throw new InvalidOperationException($"There is no process '{definitionId}'.");
        await pinned.PinAsync(db, file, cancellationToken);
        var instance = new WorkflowInstance
        {
            Id = randomness.Id("instance", $"{definitionId}/{service}/{key}"),
            Service = service, DefinitionId = definitionId, Version = file.Definition.Version, Key = key,
            Status = InstanceStatus.Waiting, StartedAt = clock.GetUtcNow(),
        };
        db.Instances.Add(instance);
        bursts.Queue(new(instance.Id, StimulusRow.Start(trigger)));
        await record.AddAsync(new Fact("instance-started", $"instance/{instance.Id}", $"{file.Definition.Name} {key}")
        {
            Process = definitionId, InstanceKey = key, After = new { version = instance.Version, hash = CanonicalJson.Hash(file.Json) },
        }, cancellationToken);
        return instance;
    }
}

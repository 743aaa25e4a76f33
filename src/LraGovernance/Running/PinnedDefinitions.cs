using System.Collections.Concurrent;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Definitions as running instances see them: the text stored when the first one started, parsed once.</summary>
internal sealed class PinnedDefinitions(WorkflowCatalogue catalogue, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string, int), WorkflowDefinition> _parsed = new();

    internal async Task<WorkflowDefinition> OfAsync(GovernanceDb db, WorkflowInstance instance, CancellationToken cancellationToken)
    {
        if (_parsed.TryGetValue((instance.DefinitionId, instance.Version), out var known))
        {
            return known;
        }

        var row = await db.PinnedDefinitions.AsNoTracking()
            .SingleAsync(x => x.DefinitionId == instance.DefinitionId && x.Version == instance.Version, cancellationToken);
        var definition = catalogue.Parse(row.Json, $"pinned {row.DefinitionId} v{row.Version}");
        return _parsed.GetOrAdd((instance.DefinitionId, instance.Version), definition);
    }

    /// <summary>Stores the text of a definition whose first instance starts now.</summary>
    /// <exception cref="InvalidOperationException">This version ran before with another text.</exception>
    internal async Task PinAsync(GovernanceDb db, WorkflowFile file, CancellationToken cancellationToken)
    {
        var hash = CanonicalJson.Hash(file.Json);
        var row = await db.PinnedDefinitions.FindAsync([file.Definition.DefinitionId, file.Definition.Version], cancellationToken);
        if (row is null)
        {
            db.PinnedDefinitions.Add(new PinnedDefinition
            {
                DefinitionId = file.Definition.DefinitionId, Version = file.Definition.Version, Hash = hash, Json = file.Json, PinnedAt = clock.GetUtcNow(),
            });
        }
        else if (row.Hash != hash)
        {
            throw new InvalidOperationException(
                $"{file.Name} was changed after its first instance had started: publish version {row.Version + 1} instead.");
        }
    }
}

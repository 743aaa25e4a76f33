using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Steps that faulted and wait for a retry, oldest first.</summary>
[Roles("administrator", "commissioner", "auditor")]
public sealed record ReadIncidents : IQuery<IReadOnlyList<IncidentLine>>;

/// <param name="About">The period or case of the process, in words.</param>
/// <param name="Step">The step's title in its definition.</param>
/// <param name="Held">How much waits behind it, the step itself included.</param>
public sealed record IncidentLine(Guid Id, Guid InstanceId, string Service, string Process, string About, string Step, string Message, DateTimeOffset At, int Held);

internal sealed class ReadIncidentsHandler(GovernanceDb db, PinnedDefinitions pinned, InstanceNames names) : IRequestHandler<ReadIncidents, IReadOnlyList<IncidentLine>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<IncidentLine>> Handle(ReadIncidents request, CancellationToken cancellationToken)
    {
        var rows = await db.Incidents.AsNoTracking().Where(x => x.RetriedAt == null).OrderBy(x => x.At).Take(Most)
            .Join(db.Instances, x => x.InstanceId, x => x.Id, (incident, instance) => new
            {
                incident, instance, held = db.HeldStimuli.Count(h => h.InstanceId == instance.Id),
            }).ToListAsync(cancellationToken);
        var lines = new List<IncidentLine>();
        foreach (var row in rows)
        {
            var definition = await pinned.OfAsync(db, row.instance, cancellationToken);
            lines.Add(new(
                row.incident.Id, row.instance.Id, row.instance.Service, definition.Name,
                await names.AboutAsync(row.instance.Service, row.instance.DefinitionId, row.instance.Key, cancellationToken) ?? row.instance.Key,
                definition.Find(row.incident.ActivityId)?.DisplayText ?? row.incident.ActivityId, row.incident.Message, row.incident.At, row.held));
        }

        return lines;
    }
}

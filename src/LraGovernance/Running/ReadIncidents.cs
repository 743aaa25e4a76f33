using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Steps that faulted and wait for a retry, oldest first.</summary>
[Roles("administrator", "commissioner", "auditor")]
public sealed record ReadIncidents : IQuery<IReadOnlyList<IncidentLine>>;

public sealed record IncidentLine(Guid Id, Guid InstanceId, string Service, string Process, string Key, string ActivityId, string Message, DateTimeOffset At, int Held);

internal sealed class ReadIncidentsHandler(GovernanceDb db) : IRequestHandler<ReadIncidents, IReadOnlyList<IncidentLine>>
{
    public async Task<IReadOnlyList<IncidentLine>> Handle(ReadIncidents request, CancellationToken cancellationToken) =>
        await db.Incidents.AsNoTracking().Where(x => x.RetriedAt == null).OrderBy(x => x.At).Take(200)
            .Join(db.Instances, x => x.InstanceId, x => x.Id, (incident, instance) => new IncidentLine(
                incident.Id, instance.Id, instance.Service, instance.DefinitionId, instance.Key, incident.ActivityId, incident.Message, incident.At,
                db.HeldStimuli.Count(h => h.InstanceId == instance.Id)))
            .ToListAsync(cancellationToken);
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Processes that run or have run, newest first.</summary>
[KnownPerson]
public sealed record ReadProcesses : IQuery<IReadOnlyList<ProcessLine>>;

/// <param name="About">Its period or case, in words.</param>
public sealed record ProcessLine(
    Guid Id, string DefinitionId, string Name, string Service, string About, InstanceStatus Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

internal sealed class ReadProcessesHandler(GovernanceDb db, WorkflowCatalogue catalogue, InstanceNames names) : IRequestHandler<ReadProcesses, IReadOnlyList<ProcessLine>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<ProcessLine>> Handle(ReadProcesses request, CancellationToken cancellationToken)
    {
        var rows = await db.Instances.AsNoTracking().OrderByDescending(x => x.StartedAt).Take(Most)
            .Select(x => new { x.Id, x.DefinitionId, x.Service, x.Key, x.Status, x.StartedAt, x.FinishedAt }).ToListAsync(cancellationToken);
        var about = new Dictionary<string, IReadOnlyDictionary<(string Process, string Key), string>>();
        foreach (var service in rows.GroupBy(x => x.Service))
        {
            about.Add(service.Key, await names.AboutAllAsync(service.Key, service.Select(x => (x.DefinitionId, x.Key)), cancellationToken));
        }

        return [.. rows.Select(x => new ProcessLine(
            x.Id, x.DefinitionId, catalogue.Newest(x.DefinitionId)?.Definition.Name ?? x.DefinitionId, x.Service,
            about[x.Service].GetValueOrDefault((x.DefinitionId, x.Key), x.Key), x.Status, x.StartedAt, x.FinishedAt))];
    }
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Processes that run or have run, newest first.</summary>
[KnownPerson]
public sealed record ReadProcesses : IQuery<IReadOnlyList<ProcessLine>>;

public sealed record ProcessLine(
    Guid Id, string DefinitionId, string Name, string Service, string Key, InstanceStatus Status, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

internal sealed class ReadProcessesHandler(GovernanceDb db, WorkflowCatalogue catalogue) : IRequestHandler<ReadProcesses, IReadOnlyList<ProcessLine>>
{
    private const int Most = 200;

    public async Task<IReadOnlyList<ProcessLine>> Handle(ReadProcesses request, CancellationToken cancellationToken)
    {
        var rows = await db.Instances.AsNoTracking().OrderByDescending(x => x.StartedAt).Take(Most)
            .Select(x => new { x.Id, x.DefinitionId, x.Service, x.Key, x.Status, x.StartedAt, x.FinishedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(x => new ProcessLine(
            x.Id, x.DefinitionId, catalogue.Newest(x.DefinitionId)?.Definition.Name ?? x.DefinitionId, x.Service, x.Key, x.Status, x.StartedAt, x.FinishedAt))];
    }
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Packs;

/// <summary>The services that are commissioned here, the first one taken on first.</summary>
[Anyone("which services are commissioned is public")]
public sealed record ReadServices : IQuery<IReadOnlyList<ServiceLine>>;

public sealed record ServiceLine(string Key, string Name, string ShortName, string Authority);

internal sealed class ReadServicesHandler(GovernanceDb db) : IRequestHandler<ReadServices, IReadOnlyList<ServiceLine>>
{
    public async Task<IReadOnlyList<ServiceLine>> Handle(ReadServices request, CancellationToken cancellationToken) =>
        [.. (await db.Services.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(x => x.LoadedAt).ThenBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => new ServiceLine(x.Key, x.Name, x.ShortName, x.Authority))];
}

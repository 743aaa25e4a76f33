using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>Every variation of a service, open ones first .</summary>
[KnownPerson]
public sealed record ReadVariations(string Service) : IQuery<IReadOnlyList<VariationLine>>;

public sealed record VariationLine(string Number, string Title, Side RaisedBy, VariationState State, ChangeClass? Class, DateTimeOffset RaisedAt, DateTimeOffset? ClosedAt, string? ProducedVersion);

internal sealed class ReadVariationsHandler(GovernanceDb db) : IRequestHandler<ReadVariations, IReadOnlyList<VariationLine>>
{
    public async Task<IReadOnlyList<VariationLine>> Handle(ReadVariations request, CancellationToken cancellationToken)
    {
        var lines = await db.Variations.AsNoTracking().Where(x => x.Service == request.Service)
            .Select(x => new VariationLine(x.Number, x.Title, x.RaisedBy, x.State, x.Class, x.RaisedAt, x.ClosedAt, x.ProducedVersion)).ToListAsync(cancellationToken);
        return [.. lines.OrderBy(x => !VariationDesk.Open.Contains(x.State)).ThenByDescending(x => x.Number, StringComparer.Ordinal)];
    }
}

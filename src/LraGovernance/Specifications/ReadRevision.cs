using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>A submitted text by its content hash, and what differs from an earlier one; for whoever is asked about it.</summary>
[KnownPerson]
public sealed record ReadRevision(string Hash, string? Since) : IQuery<RevisionView?>;

/// <param name="Compared">Which text the difference is from; null when there is none to compare with.</param>
public sealed record RevisionView(SpecificationDocument Document, int Number, string Hash, DateTimeOffset At, ComparedWith? Compared);

public sealed record ComparedWith(string Hash, int Number, string FinancialYear, SpecificationDifference Difference);

internal sealed class ReadRevisionHandler(GovernanceDb db) : IRequestHandler<ReadRevision, RevisionView?>
{
    public async Task<RevisionView?> Handle(ReadRevision request, CancellationToken cancellationToken)
    {
        var newer = await FindAsync(request.Hash, cancellationToken);
        if (newer is null)
        {
            return null;
        }

        var document = SpecificationDocument.FromJson(newer.Json);
        var older = request.Since is null ? null : await FindAsync(request.Since, cancellationToken);
        if (older is null)
        {
            return new(document, newer.Number, newer.Hash, newer.At, null);
        }

        var before = SpecificationDocument.FromJson(older.Json);
        return new(document, newer.Number, newer.Hash, newer.At,
            new(older.Hash, older.Number, before.FinancialYear, SpecificationDifference.Between(before, document)));
    }

    private Task<SpecificationRevision?> FindAsync(string hash, CancellationToken cancellationToken) =>
        db.SpecificationRevisions.AsNoTracking().OrderByDescending(x => x.At).FirstOrDefaultAsync(x => x.Hash == hash, cancellationToken);
}

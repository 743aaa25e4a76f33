using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>
/// A published specification with all published versions of it. Drafts are not public. Without a version: the one in
/// force, or the one that will be. A financial year is an address that stays good: the newest published text of that year.
/// </summary>
[Anyone("the specification is a public document (R-027)")]
public sealed record ReadSpecification(string Service, string? Version = null) : IQuery<SpecificationView?>;

/// <param name="Sources">How to read where a clause comes from, as the pack explains it; null where it does not.</param>
public sealed record SpecificationView(SpecificationVersion Version, SpecificationDocument Document, IReadOnlyList<SpecificationVersion> Versions, string? Sources);

/// <param name="Name">1.0 once in force; before that its financial year.</param>
public sealed record SpecificationVersion(
    Guid Id, string Name, string FinancialYear, SpecificationState State, string Hash, DateTimeOffset? PublishedAt, DateOnly? InForceFrom, DateOnly? InForceUntil);

internal sealed class ReadSpecificationHandler(GovernanceDb db) : IRequestHandler<ReadSpecification, SpecificationView?>
{
    private const string SourcesSetting = "clauseSources";

    private static readonly SpecificationState[] Public = [SpecificationState.Published, SpecificationState.InForce, SpecificationState.Superseded];

    public async Task<SpecificationView?> Handle(ReadSpecification request, CancellationToken cancellationToken)
    {
        var rows = await db.Specifications.AsNoTracking().Where(x => x.Service == request.Service && Public.Contains(x.State))
            .OrderByDescending(x => x.PublishedAt).ToListAsync(cancellationToken);
        var versions = rows.Select(x => new SpecificationVersion(
            x.Id, x.Major is null ? x.FinancialYear : SpecificationFile.VersionName(x), x.FinancialYear, x.State, x.RevisionHash!, x.PublishedAt, x.InForceFrom, x.InForceUntil)).ToList();
        var chosen = request.Version is null
            ? versions.Find(x => x.State == SpecificationState.InForce) ?? versions.FirstOrDefault()
            : versions.Find(x => x.Name == request.Version) ?? versions.Find(x => x.FinancialYear == request.Version);
        if (chosen is null)
        {
            return null;
        }

        var json = await db.SpecificationRevisions.AsNoTracking().Where(x => x.SpecificationId == chosen.Id && x.Hash == chosen.Hash)
            .Select(x => x.Json).FirstAsync(cancellationToken);
        var sources = await db.Settings.FindAsync([request.Service, SourcesSetting], cancellationToken);
        return new(chosen, SpecificationDocument.FromJson(json), versions, sources?.Value);
    }
}

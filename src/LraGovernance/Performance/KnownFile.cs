using System.Collections.Concurrent;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>Documents that were signed once and never change, by content hash: read again and again, parsed once.</summary>
internal sealed class SignedDocuments
{
    private readonly ConcurrentDictionary<string, SpecificationDocument> _documents = [];

    internal SpecificationDocument Of(string hash, string json) => _documents.GetOrAdd(hash, _ => SpecificationDocument.FromJson(json));

    internal bool Has(string hash) => _documents.ContainsKey(hash);
}

/// <summary>Reads what was known of a service at a moment.</summary>
internal sealed class KnownFile(GovernanceDb db, SignedDocuments documents)
{
    internal async Task<Known> AtAsync(string service, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var statements = await db.IndicatorFigures.AsNoTracking().Where(x => x.Service == service && x.At <= at).ToListAsync(cancellationToken);
        return new(at, statements, await VersionsAsync(service, cancellationToken));
    }

    /// <summary>The same from what was public at that moment.</summary>
    internal async Task<Known> PublicAtAsync(string service, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var statements = await db.IndicatorFigures.AsNoTracking().Where(x => x.Service == service && x.PublicSince != null && x.PublicSince <= at).ToListAsync(cancellationToken);
        return new(at, statements, await VersionsAsync(service, cancellationToken));
    }

    /// <summary>The versions that were ever in force, oldest first.</summary>
    internal async Task<IReadOnlyList<VersionInForce>> VersionsAsync(string service, CancellationToken cancellationToken)
    {
        var rows = await db.Specifications.AsNoTracking().Where(x => x.Service == service && x.InForceFrom != null)
            .OrderBy(x => x.InForceFrom).Select(x => new { x.Id, x.Major, x.Minor, From = x.InForceFrom!.Value, Hash = x.RevisionHash!, x.Revision }).ToListAsync(cancellationToken);
        var unread = rows.Where(x => !documents.Has(x.Hash)).Select(x => x.Hash).ToList();
        var texts = unread.Count == 0 ? [] : await db.SpecificationRevisions.AsNoTracking().Where(x => unread.Contains(x.Hash))
            .Select(x => new { x.Hash, x.Json }).ToListAsync(cancellationToken);
        foreach (var text in texts)
        {
            documents.Of(text.Hash, text.Json);
        }

        return [.. rows.Select(x => new VersionInForce(x.Id, $"{x.Major}.{x.Minor}", x.From, x.Hash, documents.Of(x.Hash, "")))];
    }

    internal async Task<Indicator?> IndicatorAsync(string service, string reference, Period period, DateTimeOffset at, CancellationToken cancellationToken) =>
        new Known(at, [], await VersionsAsync(service, cancellationToken)).Indicator(reference, period);
}

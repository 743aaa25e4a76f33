using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>A piece of the version in force that has changed since a draft was opened from it: a clause, an indicator or a year of the budget.</summary>
/// <param name="Piece">Such as <c>clause/13.2</c>, <c>indicator/LRA14</c> or <c>budget/2016-17</c>.</param>
/// <param name="InForce">Hash of the piece as it is in force now; null where it has been taken out.</param>
public sealed record ChangedPiece(string Piece, string? InForce);

/// <summary>What the author of a draft said to one such change: it is in the draft now, or it is left out for a reason.</summary>
public sealed class DraftChoice
{
    public Guid SpecificationId { get; init; }
    public required string Piece { get; init; }

    /// <summary>The state of the piece that the answer is about; another one asks again. Empty where the piece was taken out.</summary>
    public required string InForce { get; init; }
    public bool Taken { get; init; }
    public string? Reason { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>
/// What has come into force while a refresh was in drafting. A refresh replaces the version in force as a whole, so what has been agreed meanwhile
/// would be lost by it unless its author takes it over, or says why not.
/// </summary>
internal sealed class ChangedSince(GovernanceDb db, SpecificationVersions versions)
{
    /// <summary>What the author still has to answer, in the order of the document; nothing where the draft says the same already.</summary>
    internal async Task<ChangedSinceView?> OfAsync(Specification specification, SpecificationDocument draft, CancellationToken cancellationToken) =>
        await versions.InForceAsync(specification.Service, cancellationToken) is { } now ? await BetweenAsync(specification, draft, now.Specification, cancellationToken) : null;

    /// <summary>The version that a refresh brought into force for a year. Variations and changes of that year publish texts of their own, started from no draft.</summary>
    internal Task<Specification?> RefreshedAsync(string service, string financialYear, CancellationToken cancellationToken) => db.Specifications.AsNoTracking()
        .Where(x => x.Service == service && x.FinancialYear == financialYear && x.StartedFrom != null && x.InForceFrom != null).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What a version that has come into force replaced without an answer: agreed when it had been signed off, or on its way to that.</summary>
    internal async Task<ChangedSinceView?> LeftBehindAsync(Specification specification, CancellationToken cancellationToken)
    {
        var last = specification.InForceFrom?.AddDays(-1);
        var before = await db.Specifications.AsNoTracking().Where(x => x.Service == specification.Service && x.State == SpecificationState.Superseded && x.InForceUntil == last)
            .OrderByDescending(x => x.Major).ThenByDescending(x => x.Minor).FirstOrDefaultAsync(cancellationToken);
        return before is null ? null : await BetweenAsync(specification, await versions.TextAsync(specification, cancellationToken), before, cancellationToken);
    }

    private async Task<ChangedSinceView?> BetweenAsync(Specification specification, SpecificationDocument draft, Specification other, CancellationToken cancellationToken)
    {
        if (specification.StartedFrom is not { } started || other.RevisionHash == started)
        {
            return null;
        }

        var answered = await db.DraftChoices.AsNoTracking().Where(x => x.SpecificationId == specification.Id).Select(x => new { x.Piece, x.InForce }).ToListAsync(cancellationToken);
        var now = await versions.TextAsync(other, cancellationToken);
        var (before, inForce, mine) = (Pieces(await versions.TextAsync(specification.Service, started, cancellationToken)), Pieces(now), Pieces(draft));
        var open = inForce.Keys.Union(before.Keys).Select(x => new ChangedPiece(x, inForce.GetValueOrDefault(x)))
            .Where(x => x.InForce != before.GetValueOrDefault(x.Piece) && x.InForce != mine.GetValueOrDefault(x.Piece))
            .Where(x => !answered.Any(a => a.Piece == x.Piece && a.InForce == (x.InForce ?? ""))).ToList();
        return open.Count == 0 ? null : new(SpecificationFile.VersionName(other), open, now);
    }

    private static Dictionary<string, string> Pieces(SpecificationDocument document) => document.Clauses.Select(x => ($"clause/{x.Id}", SpecificationDocument.HashOfPiece(x)))
        .Concat(document.Indicators.Select(x => ($"indicator/{x.Ref}", SpecificationDocument.HashOfPiece(x)))).Concat(document.Budget.Select(x => ($"budget/{x.FinancialYear}", SpecificationDocument.HashOfPiece(x))))
        .ToDictionary(x => x.Item1, x => x.Item2);
}

/// <param name="Version">The version in force.</param>
/// <param name="Open">What is to be answered.</param>
/// <param name="Document">The version in force with its text.</param>
public sealed record ChangedSinceView(string Version, IReadOnlyList<ChangedPiece> Open, SpecificationDocument Document)
{
    /// <summary>What taking the piece over would change in the draft.</summary>
    public SpecificationDifference Taking(SpecificationDocument draft, ChangedPiece piece)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(piece);
        return SpecificationDifference.Between(draft, Taken(draft, piece.Piece));
    }

    /// <summary>The draft with the piece as it is in force.</summary>
    internal SpecificationDocument Taken(SpecificationDocument draft, string piece)
    {
        var (kind, key) = (piece[..piece.IndexOf('/', StringComparison.Ordinal)], piece[(piece.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return kind switch
        {
            "clause" => draft with { Clauses = [.. With(draft.Clauses, Document.Clauses, x => x.Id, key)] },
            "indicator" => draft with { Indicators = [.. With(draft.Indicators, Document.Indicators, x => x.Ref, key)] },
            "budget" => draft with { Budget = [.. With(draft.Budget, Document.Budget, x => x.FinancialYear, key)] },
            _ => throw new InvalidOperationException($"A specification has no piece '{piece}'."),
        };
    }

    /// <summary>One list with one piece of the other: replaced where it stands, put at its place where it is new, left out where it is gone.</summary>
    private static List<T> With<T>(IReadOnlyList<T> mine, IReadOnlyList<T> theirs, Func<T, string> keyOf, string key)
        where T : class
    {
        var list = mine.ToList();
        var (at, there) = (list.FindIndex(x => keyOf(x) == key), theirs.FirstOrDefault(x => keyOf(x) == key));
        if (at >= 0)
        {
            list.RemoveAt(at);
        }

        if (there is not null)
        {
            list.Insert(at >= 0 ? at : Math.Min(theirs.ToList().IndexOf(there), list.Count), there);
        }

        return list;
    }
}

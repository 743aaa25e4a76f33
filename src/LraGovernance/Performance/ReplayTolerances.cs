using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>
/// The tolerance rehearsal: which exceptions the figures would have raised, as they were known at each evaluation, under the tolerances in force or
/// under others, and where each would have gone first.
/// </summary>
/// <param name="Choices">Tolerances to try in place of the signed ones; empty: as signed.</param>
[Roles("commissioner", "senior-manager", "head-of-service")]
public sealed record ReplayTolerances(string Service, IReadOnlyList<ToleranceChoice> Choices) : IQuery<IReadOnlyList<ReplayedRun>>;

/// <param name="Kind">The kind of tolerance that is changed, for every indicator that has it.</param>
/// <param name="Periods">How many periods running; 0 for not at all.</param>
/// <param name="GoesTo">Where it goes first; null for as signed.</param>
public sealed record ToleranceChoice(string Kind, int Periods, string? GoesTo = null);

/// <param name="RaisedAt">When its month would have been published.</param>
public sealed record ReplayedRun(string Reference, string First, IReadOnlyList<string> Kinds, string GoesTo, DateTimeOffset RaisedAt);

internal sealed class ReplayTolerancesHandler(GovernanceDb db, KnownFile file) : IRequestHandler<ReplayTolerances, IReadOnlyList<ReplayedRun>>
{
    public async Task<IReadOnlyList<ReplayedRun>> Handle(ReplayTolerances request, CancellationToken cancellationToken)
    {
        var statements = await db.IndicatorFigures.AsNoTracking().Where(x => x.Service == request.Service).ToListAsync(cancellationToken);
        var versions = await file.VersionsAsync(request.Service, cancellationToken);
        var moments = await db.RecordEntries.AsNoTracking()
            .Where(x => x.Service == request.Service && (x.Event == "figures-evaluated" || x.Event == "figures-published")).OrderBy(x => x.Sequence)
            .Select(x => new { x.At, x.Event }).ToListAsync(cancellationToken);
        IReadOnlyList<KeptRun> kept = [];
        var raised = new List<ReplayedRun>();
        foreach (var moment in moments)
        {
            if (moment.Event == "figures-published")
            {
                raised.AddRange(kept.Where(x => !x.Gone && !raised.Exists(e => e.Reference == x.Run.Reference && e.First == $"{x.Run.First}"))
                    .OrderBy(x => x.Run.Reference, StringComparer.Ordinal).Select(x => new ReplayedRun(x.Run.Reference, $"{x.Run.First}", x.Run.Kinds, x.Run.GoesTo, moment.At)));
                continue;
            }

            var known = new Known(moment.At, statements, versions, x => Changed(x, request.Choices));
            var runs = known.Runs();
            kept = [.. Evaluation.Keep(kept, runs, Evaluation.Of([.. kept.Select(x => x.Run)], runs, x => known.Latest(x)!.Value), x => known.Latest(x)!.Value)
                .Where(x => !x.Gone || raised.Exists(e => e.Reference == x.Run.Reference && e.First == $"{x.Run.First}"))];
        }

        return raised;
    }

    private static Indicator Changed(Indicator indicator, IReadOnlyList<ToleranceChoice> choices) => choices.Count == 0 ? indicator : indicator with
    {
        Tolerances =
        [
            .. indicator.Tolerances.Select(x => choices.FirstOrDefault(choice => choice.Kind == x.Kind) is { } choice
                ? x with { Periods = choice.Periods, GoesTo = choice.GoesTo ?? x.GoesTo } : x).Where(x => x.Periods > 0),
        ],
    };
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>How every indicator stands, from the figures that are public: now, or as it was known on a day.</summary>
[Anyone("published performance is public (004 3.7)")]
public sealed record ReadPerformance(string Service, DateOnly? On = null) : IQuery<PerformanceView?>;

/// <param name="Version">The version of the specification that judges; null before the first was in force.</param>
public sealed record PerformanceView(DateTimeOffset At, string Version, IReadOnlyList<IndicatorLine> Lines);

/// <param name="Period">The latest period that was asked for.</param>
/// <param name="Value">Null where it is missing.</param>
/// <param name="IsOut">Out of tolerance in that period.</param>
/// <param name="Year">The last financial year that is complete, with what it came to.</param>
public sealed record IndicatorLine(Indicator Indicator, Period Period, decimal? Value, Rating Rating, Travel Travel, bool IsOut, YearResult? Year);

public sealed record YearResult(Period Year, decimal Value, Rating Rating);

internal sealed class ReadPerformanceHandler(GovernanceDb db, KnownFile file, TimeProvider clock) : IRequestHandler<ReadPerformance, PerformanceView?>
{
    public async Task<PerformanceView?> Handle(ReadPerformance request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var at = request.On is { } day && London.At(day.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1) is var end && end < now ? end : now;
        var known = await file.PublicAtAsync(request.Service, at, cancellationToken);
        if (known.Newest is not { } version)
        {
            return null;
        }

        var rounds = await db.KpiRounds.AsNoTracking().Where(x => x.Service == request.Service && x.PublishedAt != null && x.PublishedAt <= at).Select(x => x.Month).ToListAsync(cancellationToken);
        var asked = (await db.AskedFigures.AsNoTracking().Where(x => x.Service == request.Service && rounds.Contains(x.Month)).Select(x => new { x.Reference, x.Period }).ToListAsync(cancellationToken))
            .GroupBy(x => x.Reference).ToDictionary(x => x.Key, x => x.Max(one => Period.Parse(one.Period)));
        return new(at, version.Name, [.. version.Document.Indicators.Where(x => asked.ContainsKey(x.Ref)).Select(x => Line(known, x, asked[x.Ref]))]);
    }

    private static IndicatorLine Line(Known known, Indicator indicator, Period period)
    {
        var year = Period.Year(period.FinancialYear);
        year = known.Total(indicator.Ref, year) is null ? year.Previous : year;
        return new(
            indicator, period, known.Value(indicator.Ref, period), known.Rating(indicator.Ref, period), known.Travel(indicator.Ref, period),
            known.Indicator(indicator.Ref, period) is { } agreed && OutOfTolerance.In(agreed, period, x => known.Value(indicator.Ref, x)).Any(),
            known.Total(indicator.Ref, year) is { } total ? new(year, total, known.Rating(indicator.Ref, year)) : null);
    }
}

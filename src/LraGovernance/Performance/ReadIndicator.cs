using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>One indicator with every period and every statement of it, from what is public: now, or as it was known on a day.</summary>
[Anyone("published performance is public (004 3.7)")]
public sealed record ReadIndicator(string Service, string Reference, DateOnly? On = null) : IQuery<IndicatorView?>;

public sealed record IndicatorView(Indicator Indicator, DateTimeOffset At, string Version, IReadOnlyList<PeriodLine> Periods, IReadOnlyList<YearLine> Years)
{
    /// <summary>The year before the service was commissioned, as its pack tells it.</summary>
    public YearBefore? Before { get; init; }
}

/// <param name="Agreed">The indicator as the version signed for that year has it: targets and definitions move.</param>
public sealed record YearLine(Period Year, decimal Value, Rating Rating, Indicator Agreed, string Version);

/// <param name="Statements">Every statement of the period, oldest first; empty where it is missing.</param>
/// <param name="Version">The version of the specification that judges the period.</param>
/// <param name="Agreed">The indicator as that version has it.</param>
public sealed record PeriodLine(Period Period, decimal? Value, Rating Rating, Travel Travel, string Version, Indicator Agreed, IReadOnlyList<StatementLine> Statements);

public sealed record StatementLine(int Sequence, decimal Value, DateTimeOffset At, string? Comment, string? Reason);

internal sealed class ReadIndicatorHandler(GovernanceDb db, KnownFile file, PackFolder packs, TimeProvider clock) : IRequestHandler<ReadIndicator, IndicatorView?>
{
    public async Task<IndicatorView?> Handle(ReadIndicator request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var at = request.On is { } day && London.At(day.AddDays(1), TimeOnly.MinValue).AddMilliseconds(-1) is var end && end < now ? end : now;
        var known = await file.PublicAtAsync(request.Service, at, cancellationToken);
        if (known.Newest is not { } version || version.Document.Indicators.FirstOrDefault(x => x.Ref == request.Reference) is not { } indicator)
        {
            return null;
        }

        var rounds = db.KpiRounds.Where(x => x.Service == request.Service && x.PublishedAt != null && x.PublishedAt <= at).Select(x => x.Month);
        var asked = await db.AskedFigures.AsNoTracking().Where(x => x.Service == request.Service && x.Reference == request.Reference && rounds.Contains(x.Month))
            .Select(x => x.Period).ToListAsync(cancellationToken);
        var statements = (await db.IndicatorFigures.AsNoTracking()
            .Where(x => x.Service == request.Service && x.Reference == request.Reference && x.PublicSince != null && x.PublicSince <= at).ToListAsync(cancellationToken)).ToLookup(x => x.Period);
        var periods = asked.Distinct().Select(Period.Parse).OrderDescending().ToList();
        return new(indicator, at, version.Name,
        [
            .. periods.Select(x => new PeriodLine(x, known.Value(indicator.Ref, x), known.Rating(indicator.Ref, x), known.Travel(indicator.Ref, x), known.VersionFor(x)!.Name, known.Indicator(indicator.Ref, x) ?? indicator,
                [.. statements[$"{x}"].OrderBy(s => s.Sequence).Select(s => new StatementLine(s.Sequence, s.Value, s.At, s.Comment, s.Reason))])),
        ],
        [
            .. periods.Select(x => Period.Year(x.FinancialYear)).Distinct().Where(x => known.Total(indicator.Ref, x) is not null)
                .Select(x => new YearLine(x, known.Total(indicator.Ref, x)!.Value, known.Rating(indicator.Ref, x), known.Indicator(indicator.Ref, x)!, known.VersionFor(x)!.Name)),
        ])
        {
            Before = await BeforeAsync(request, cancellationToken),
        };
    }

    private async Task<YearBefore?> BeforeAsync(ReadIndicator request, CancellationToken cancellationToken)
    {
        var service = await db.Services.AsNoTracking().SingleAsync(x => x.Key == request.Service, cancellationToken);
        return YearBefore.Read(packs.Open(service.Pack)).GetValueOrDefault(request.Reference);
    }
}

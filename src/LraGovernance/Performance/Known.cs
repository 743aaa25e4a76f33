using LraGovernance.Calendar;
using LraGovernance.Specifications;

namespace LraGovernance.Performance;

/// <summary>A version of the specification that was in force.</summary>
public sealed record VersionInForce(Guid Id, string Name, DateOnly From, string Hash, SpecificationDocument Document);

/// <summary>
/// What was known at a moment: figures as stated by then, and the versions of the specification in force by then. Pure: built from all
/// statements and all versions there ever were.
/// </summary>
public sealed class Known
{
    private readonly Dictionary<(string, Period), IndicatorFigure> _figures;
    private readonly List<VersionInForce> _versions;
    private readonly Func<Indicator, Indicator> _changed;

    /// <param name="at">The moment.</param>
    /// <param name="statements">Statements of figures, also later ones.</param>
    /// <param name="versions">Versions, also later ones.</param>
    /// <param name="changed">What the indicators would have been, to try other tolerances; as they were signed where it is left out.</param>
    public Known(DateTimeOffset at, IEnumerable<IndicatorFigure> statements, IEnumerable<VersionInForce> versions, Func<Indicator, Indicator>? changed = null)
    {
        At = at;
        _changed = changed ?? (x => x);
        _figures = statements.Where(x => x.At <= at).GroupBy(x => (x.Reference, Period.Parse(x.Period)))
            .ToDictionary(x => x.Key, x => x.MaxBy(statement => statement.Sequence)!);
        _versions = [.. versions.Where(x => London.At(x.From, TimeOnly.MinValue) <= at).OrderBy(x => x.From)];
    }

    public DateTimeOffset At { get; }

    /// <summary>The newest version in force then; null before the first.</summary>
    public VersionInForce? Newest => _versions.LastOrDefault();

    /// <summary>The version by which a period is judged: the one in force on its last day, or at the moment where that is earlier; for what was before the first, the first.</summary>
    public VersionInForce? VersionFor(Period period) => _versions.LastOrDefault(x => x.From <= period.Last) ?? _versions.FirstOrDefault();

    public Indicator? Indicator(string reference, Period period) =>
        VersionFor(period)?.Document.Indicators.FirstOrDefault(x => x.Ref == reference) is { } indicator ? _changed(indicator) : null;

    public IndicatorFigure? Statement(string reference, Period period) => _figures.GetValueOrDefault((reference, period));

    public decimal? Value(string reference, Period period) => Statement(reference, period)?.Value;

    /// <summary>The rating of a period; of a year, of what the periods in it come to.</summary>
    public Rating Rating(string reference, Period period) => Indicator(reference, period) is not { } indicator ? Performance.Rating.NoData
        : IsReported(indicator, period) ? Rate.InYear(indicator, period, Value(reference, period)) : Rate.Of(indicator, period, Total(reference, period));

    /// <summary>A figure of a longer period than is reported; null while any part is missing.</summary>
    public decimal? Total(string reference, Period period) =>
        Indicator(reference, period) is { } indicator ? Aggregate.Of(indicator, period, x => Value(reference, x)) : null;

    public Travel Travel(string reference, Period period) => Indicator(reference, period) is { } indicator
        ? Direction.InYear(indicator, period, Value(reference, period), Value(reference, period.Previous)) : Performance.Travel.None;

    /// <summary>Periods with a figure, oldest first.</summary>
    public IReadOnlyList<Period> PeriodsOf(string reference) => [.. _figures.Keys.Where(x => x.Item1 == reference).Select(x => x.Item2).Order()];

    /// <summary>The latest period for which anybody has stated a figure, over all that are reported as often.</summary>
    public Period? Latest(string reference) => PeriodsOf(reference) is [.., var last] ? last : null;

    /// <summary>Every run out of tolerance of every indicator.</summary>
    public IReadOnlyList<ToleranceRun> Runs() =>
    [
        .. _figures.Keys.Select(x => x.Item1).Distinct().Order(StringComparer.Ordinal)
            .SelectMany(reference => OutOfTolerance.Runs(reference, Stretch(PeriodsOf(reference)), x => Indicator(reference, x), x => Value(reference, x))),
    ];

    private static bool IsReported(Indicator indicator, Period period) =>
        period.Kind == (indicator.Frequency == "quarterly" ? PeriodKind.Quarter : PeriodKind.Month);

    private static IEnumerable<Period> Stretch(IReadOnlyList<Period> periods)
    {
        for (var period = periods[0]; period <= periods[^1]; period = period.Next)
        {
            yield return period;
        }
    }
}

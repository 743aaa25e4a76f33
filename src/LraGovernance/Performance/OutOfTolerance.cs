using LraGovernance.Calendar;
using LraGovernance.Specifications;

namespace LraGovernance.Performance;

/// <summary>One signed tolerance that is breached in one period.</summary>
/// <param name="Kind">As the specification calls it, such as <c>red-in-period</c>.</param>
/// <param name="Period">In which period.</param>
/// <param name="Clause">The clause of the specification.</param>
/// <param name="GoesTo"><c>smt</c> or <c>board</c>: where it goes first.</param>
/// <param name="UpAfterWorkingDays">After how many working days it goes up; null when nothing stands above.</param>
/// <param name="Value">The figure.</param>
public sealed record ToleranceBreach(string Kind, Period Period, string Clause, string GoesTo, int? UpAfterWorkingDays, decimal Value);

/// <summary>Following periods in each of which at least one tolerance is breached: one exception stands for the whole of it.</summary>
public sealed record ToleranceRun(string Reference, IReadOnlyList<ToleranceBreach> Breaches)
{
    public Period First => Breaches[0].Period;

    public Period Last => Breaches[^1].Period;

    /// <summary>The kinds breached, in the order in which they came.</summary>
    public IReadOnlyList<string> Kinds => [.. Breaches.Select(x => x.Kind).Distinct()];

    /// <summary>Straight to the Board where any of its breaches goes there.</summary>
    public string GoesTo => Breaches.Any(x => x.GoesTo == "board") ? "board" : "smt";

    public bool Shares(ToleranceRun other) => other.Reference == Reference && other.Breaches.Any(x => Breaches.Any(y => y.Period == x.Period));
}

/// <summary>When an indicator has left what the service may manage by itself (004 6.3, R-036, R-108, R-109). Values are the pack's own .</summary>
public static class OutOfTolerance
{
    /// <summary>The tolerances breached in a period, from the figures up to it. A missing figure breaks a row of periods.</summary>
    /// <param name="indicator">The indicator as signed for that period.</param>
    /// <param name="period">The period.</param>
    /// <param name="figures">Figures by period; null where there is none.</param>
    public static IEnumerable<ToleranceBreach> In(Indicator indicator, Period period, Func<Period, decimal?> figures)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(figures);
        return figures(period) is not { } value ? []
            : indicator.Tolerances.Where(x => IsBreached(x, indicator, period, figures))
                .Select(x => new ToleranceBreach(x.Kind, period, x.Clause, x.GoesTo, x.UpAfterWorkingDays, value));
    }

    /// <summary>All runs over a stretch of periods, oldest first.</summary>
    /// <param name="reference">The indicator.</param>
    /// <param name="periods">The periods in which it is reported, in order and without gaps.</param>
    /// <param name="agreed">The indicator as signed for a period; null when no specification names it then.</param>
    /// <param name="figures">Figures by period.</param>
    public static IReadOnlyList<ToleranceRun> Runs(
        string reference, IEnumerable<Period> periods, Func<Period, Indicator?> agreed, Func<Period, decimal?> figures)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(agreed);
        var runs = new List<ToleranceRun>();
        var open = new List<ToleranceBreach>();
        foreach (var period in periods)
        {
            var breaches = agreed(period) is { } indicator ? In(indicator, period, figures).ToList() : [];
            if (breaches.Count == 0 && open.Count > 0)
            {
                runs.Add(new(reference, open));
                open = [];
            }

            open.AddRange(breaches);
        }

        return open.Count == 0 ? runs : [.. runs, new(reference, open)];
    }

    private static bool IsBreached(Tolerance tolerance, Indicator indicator, Period period, Func<Period, decimal?> figures)
    {
        var last = Enumerable.Range(0, tolerance.Periods).Select(back => Back(period, back)).ToList();
        return tolerance.Kind switch
        {
            "red-in-period" => last.TrueForAll(x => Rate.InYear(indicator, x, figures(x)) == Rating.Red),
            "amber-running" => last.TrueForAll(x => Rate.InYear(indicator, x, figures(x)) == Rating.Amber),
            "sustained-decline" => last.TrueForAll(x => Direction.InYear(indicator, x, figures(x), figures(x.Previous)) == Travel.Worsening),
            "out-of-threshold" => last.TrueForAll(x => Rate.Of(indicator, x, figures(x)) is Rating.Above or Rating.Below),
            var other => throw new InvalidOperationException($"{indicator.Ref}: '{other}' is not a tolerance."),
        };
    }

    private static Period Back(Period period, int periods)
    {
        for (; periods > 0; periods--)
        {
            period = period.Previous;
        }

        return period;
    }
}

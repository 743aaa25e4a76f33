using LraGovernance.Calendar;
using LraGovernance.Specifications;

namespace LraGovernance.Performance;

/// <summary>The figure of a longer period from those of the shorter ones in it, as the indicator says: sum, mean or last.</summary>
public static class Aggregate
{
    /// <param name="indicator">The indicator as signed.</param>
    /// <param name="period">The longer period.</param>
    /// <param name="figures">Known figures by period; null where one is missing.</param>
    /// <returns>Null unless every shorter period has a figure: a year with a gap has no result.</returns>
    public static decimal? Of(Indicator indicator, Period period, Func<Period, decimal?> figures)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(figures);
        var parts = Reported(indicator, period).Select(figures).ToList();
        return parts.Contains(null) ? null : indicator.Aggregation switch
        {
            "sum" => parts.Sum(),
            "mean" => parts.Average(),
            "last" => parts[^1],
            var other => throw new InvalidOperationException($"{indicator.Ref}: '{other}' is no way to aggregate."),
        };
    }

    /// <summary>The periods in which an indicator is reported, within a longer one.</summary>
    public static IEnumerable<Period> Reported(Indicator indicator, Period period)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        for (var part = indicator.Frequency == "quarterly" ? Period.Quarter(period.First) : Period.Month(period.First); part.First <= period.Last; part = part.Next)
        {
            yield return part;
        }
    }

    /// <summary>Whether the quarters' thresholds add up to the year's; only what is summed can.</summary>
    /// <returns>Null when they do, or when there is nothing to add up; else what is wrong.</returns>
    public static string? ThresholdSlip(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (indicator.Aggregation != "sum" || indicator.Thresholds.FirstOrDefault(x => x.Quarter == "YEAR") is not { } year)
        {
            return null;
        }

        var quarters = indicator.Thresholds.Where(x => x.Quarter != "YEAR").ToList();
        var (upper, lower) = (quarters.Sum(x => x.Upper), quarters.Sum(x => x.Lower));
        return upper == year.Upper && lower == year.Lower ? null
            : $"The quarters of {indicator.Ref} add up to {lower} to {upper}, the year says {year.Lower} to {year.Upper}";
    }
}

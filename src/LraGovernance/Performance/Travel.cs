using LraGovernance.Calendar;
using LraGovernance.Specifications;

namespace LraGovernance.Performance;

/// <summary>Whether a figure gets better.</summary>
public enum Travel { Improving, Worsening, Stable, None }

/// <summary>
/// Direction of travel: movement since the period before (the pack's setting for Kent 2016/17), or the trend over the periods shown. For an
/// expected range nearer to the range is better, and inside it nothing moves.
/// </summary>
public static class Direction
{
    private const int FewestPoints = 4;

    /// <summary>Movement since the period before.</summary>
    /// <param name="indicator">The indicator as signed.</param>
    /// <param name="period">What the figure is about.</param>
    /// <param name="value">The figure; null when there is none.</param>
    /// <param name="before">The figure of the period of the same kind just before; null when there is none.</param>
    public static Travel Since(Indicator indicator, Period period, decimal? value, decimal? before) =>
        value is { } now && before is { } then ? Of(Distance(indicator, period.Previous, then) - Distance(indicator, period, now)) : Travel.None;

    /// <summary>The same as the year is watched: what builds up over the year is compared as a share of what it should be by then.</summary>
    public static Travel InYear(Indicator indicator, Period period, decimal? value, decimal? before)
    {
        var isFirstOfYear = period.FinancialYear != period.Previous.FinancialYear && Rate.EvenShare(indicator, period) != 1;
        return isFirstOfYear ? Travel.None
            : Since(indicator, period, value / Rate.EvenShare(indicator, period), before / Rate.EvenShare(indicator, period.Previous));
    }

    /// <summary>The trend: the slope of a straight line through the figures, from four on.</summary>
    /// <param name="indicator">The indicator as signed.</param>
    /// <param name="figures">The figures of following periods, oldest first.</param>
    /// <param name="stableBelow">A movement over all periods of less than this share of their mean is stable: 0.01 is one per cent.</param>
    public static Travel Trend(Indicator indicator, IReadOnlyList<(Period Period, decimal Value)> figures, decimal stableBelow)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count < FewestPoints)
        {
            return Travel.None;
        }

        var distances = figures.Select(x => Distance(indicator, x.Period, x.Value)).ToList();
        var (middle, mean) = ((figures.Count - 1) / 2m, distances.Average());
        var slope = distances.Select((y, x) => (x - middle) * (y - mean)).Sum() / distances.Select((_, x) => (x - middle) * (x - middle)).Sum();
        var movement = slope * (figures.Count - 1);
        return Math.Abs(movement) < stableBelow * Math.Abs(figures.Average(x => x.Value)) ? Travel.Stable : Of(-movement);
    }

    /// <summary>Whether it is worse than the figure before.</summary>
    internal static bool IsWorse(Indicator indicator, Period period, decimal value, decimal before) => Since(indicator, period, value, before) == Travel.Worsening;

    private static Travel Of(decimal gain) => gain > 0 ? Travel.Improving : gain < 0 ? Travel.Worsening : Travel.Stable;

    /// <summary>How far from good; only differences mean anything where there is no range.</summary>
    private static decimal Distance(Indicator indicator, Period period, decimal value) => indicator.Direction switch
    {
        "higher_is_better" => -value,
        "lower_is_better" => value,
        _ when Rate.Band(indicator, period) is { } band => Math.Max(0, Math.Max(value - band.Upper, band.Lower - value)),
        _ => 0,
    };
}

using LraGovernance.Calendar;
using LraGovernance.Specifications;

namespace LraGovernance.Performance;

/// <summary>How a figure stands against its floor and target, or against its expected range .</summary>
public enum Rating { Green, Amber, Red, InRange, Above, Below, NoData }

/// <summary>
/// Rates figures (001 KPIs; the council's published key): green, the target is met; amber, the floor is met and the target is not; red, the
/// floor is not met. Activity indicators are in range, above or below, both ends counting as in range. Always on the unrounded figure.
/// </summary>
public static class Rate
{
    private const int MonthsInYear = 12;

    /// <summary>Against the yearly floor and target as they stand, whatever the period covers; an expected range by quarter or year.</summary>
    /// <param name="indicator">The indicator as signed.</param>
    /// <param name="period">What the figure is about.</param>
    /// <param name="value">The figure in the indicator's unit; null when there is none.</param>
    public static Rating Of(Indicator indicator, Period period, decimal? value) => Of(indicator, period, value, share: 1);

    /// <summary>
    /// As the year is watched (clause 16.2): a count that builds up over the year is rated against an even share of its floor and target,
    /// by the months gone.
    /// </summary>
    public static Rating InYear(Indicator indicator, Period period, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Of(indicator, period, value, EvenShare(indicator, period));
    }

    /// <summary>The share of the year's floor and target that a figure is held against: 1 unless it builds up over the year.</summary>
    public static decimal EvenShare(Indicator indicator, Period period)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Basis == "year-to-date" ? (decimal)period.MonthNumber / MonthsInYear : 1;
    }

    /// <summary>The expected range for a quarter or a year; null for a month, and for an indicator with floor and target.</summary>
    public static Threshold? Band(Indicator indicator, Period period)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var key = period.Kind switch { PeriodKind.Quarter => $"Q{period.QuarterNumber}", PeriodKind.Year => "YEAR", _ => null };
        return indicator.Thresholds.FirstOrDefault(x => x.Quarter == key);
    }

    /// <summary>Whether it is rated by floor and target; the others by their expected range.</summary>
    public static bool HasTarget(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Direction is "higher_is_better" or "lower_is_better";
    }

    private static Rating Of(Indicator indicator, Period period, decimal? value, decimal share)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (value is not { } figure)
        {
            return Rating.NoData;
        }

        if (HasTarget(indicator))
        {
            return indicator is { Target: null } or { Floor: null } ? Rating.NoData // nothing is agreed to hold it against
                : Meets(indicator, figure, indicator.Target * share) ? Rating.Green : Meets(indicator, figure, indicator.Floor * share) ? Rating.Amber : Rating.Red;
        }

        return Band(indicator, period) is not { } band ? Rating.NoData
            : figure > band.Upper ? Rating.Above : figure < band.Lower ? Rating.Below : Rating.InRange;
    }

    private static bool Meets(Indicator indicator, decimal figure, decimal? mark) =>
        indicator.Direction == "lower_is_better" ? figure <= mark : figure >= mark;
}

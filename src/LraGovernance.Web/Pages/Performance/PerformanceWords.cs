using LraGovernance.Calendar;
using LraGovernance.Performance;
using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>Figures and ratings in words; a colour never says it alone.</summary>
internal static class PerformanceWords
{
    public static string Of(Rating rating) => rating switch
    {
        Rating.InRange => "In range",
        Rating.NoData => "Missing",
        _ => $"{rating}",
    };

    public static string Colour(Rating rating) => rating switch
    {
        Rating.Green or Rating.InRange => "green",
        Rating.Amber => "yellow",
        Rating.Red => "red",
        Rating.Above or Rating.Below => "orange",
        _ => "grey",
    };

    /// <summary>Where a range is expected, more or fewer is neither better nor worse by itself.</summary>
    public static string Of(Travel travel, Indicator indicator) => travel switch
    {
        Travel.Improving => Rate.HasTarget(indicator) ? "Improving" : "Nearer to its range",
        Travel.Worsening => Rate.HasTarget(indicator) ? "Worsening" : "Further from its range",
        Travel.Stable => "No change",
        _ => "Nothing to compare with",
    };

    /// <summary>"Line 3, column value: 'x' is not a number such as 1428 or 96.5".</summary>
    public static string Of(FigureSlip slip)
    {
        var told = $"{slip}";
        return char.ToUpperInvariant(told[0]) + told[1..];
    }

    public static string Value(decimal? value, Indicator indicator) => value is { } figure ? SpecificationWords.Figure(figure, indicator.Unit) : "No figure";

    /// <summary>"Floor 90%, target 95%", or "Expected 1,159 thousand to 1,268 thousand".</summary>
    public static string Marks(Indicator indicator, Period period)
    {
        if (Rate.Band(indicator, period) is { } band)
        {
            return $"Expected {SpecificationWords.Figure(band.Lower, indicator.Unit)} to {SpecificationWords.Figure(band.Upper, indicator.Unit)}";
        }

        var share = Rate.EvenShare(indicator, period);
        return indicator is { Floor: { } floor, Target: { } target }
            ? $"Floor {SpecificationWords.Figure(floor * share, indicator.Unit)}, target {SpecificationWords.Figure(target * share, indicator.Unit)}" : "Nothing is agreed for this period";
    }

    public static string Unit(string unit) => unit switch { "percent" => "per cent", "thousands" => "thousands", _ => "a number" };

    /// <summary>"customer service" as a heading.</summary>
    public static string Group(string group) => SpecificationWords.Sentence(group);
}

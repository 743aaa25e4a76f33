using System.Globalization;
using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>An indicator's aims and tolerances in plain English.</summary>
internal static class IndicatorWords
{
    private const string WholeYear = "YEAR";

    public static string Figure(decimal figure, string unit) => unit switch
    {
        "percent" => figure.ToString("0.##", CultureInfo.InvariantCulture) + "%",
        "thousands" => figure.ToString("#,##0.##", CultureInfo.InvariantCulture) + " thousand",
        _ => figure.ToString("#,##0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>Target and floor, or the range that is expected.</summary>
    public static IEnumerable<(string What, string Figure)> Aims(Indicator indicator)
    {
        if (indicator.Target is { } target)
        {
            yield return ("Target", Figure(target, indicator.Unit));
        }

        if (indicator.Floor is { } floor)
        {
            yield return ("Floor", Figure(floor, indicator.Unit));
        }

        foreach (var threshold in indicator.Thresholds)
        {
            yield return (Period(threshold), Range(threshold, indicator.Unit));
        }
    }

    public static string Period(Threshold threshold) => threshold.Quarter == WholeYear ? "Year" : $"Quarter {threshold.Quarter.TrimStart('Q')}";

    public static string Range(Threshold threshold, string unit) => $"{Figure(threshold.Lower, unit)} to {Figure(threshold.Upper, unit)}";

    public static string Of(Tolerance tolerance)
    {
        var left = tolerance.Kind switch
        {
            "red-in-period" => tolerance.Periods == 1 ? "Floor not met in any one period" : $"Floor not met {tolerance.Periods} periods running",
            "amber-running" => $"Target not met {tolerance.Periods} periods running",
            "sustained-decline" => $"Getting worse {tolerance.Periods} periods running, even while the target is met",
            "out-of-threshold" => tolerance.Periods == 1 ? "Outside the expected range in any one quarter" : $"Outside the expected range {tolerance.Periods} quarters running",
            var other => other.Replace('-', ' '),
        };
        var up = tolerance.UpAfterWorkingDays is { } days ? $", and up to the Board after {days} working days" : "";
        return $"{left}: goes to the {Body(tolerance.GoesTo)}{up} (clause {tolerance.Clause})";
    }

    public static string Body(string goesTo) => goesTo switch
    {
        "smt" => "senior management team",
        "board" => "Strategic Board",
        var other => other.Replace('-', ' '),
    };
}

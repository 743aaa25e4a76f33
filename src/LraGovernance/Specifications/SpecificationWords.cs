using System.Globalization;

namespace LraGovernance.Specifications;

/// <summary>The figures of a specification as people read them, wherever it is shown or compared.</summary>
public static class SpecificationWords
{
    /// <summary>When a tolerance is left: "Amber 3 periods running".</summary>
    public static string Of(Tolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        return tolerance.Kind switch
        {
            "red-in-period" => tolerance.Periods == 1 ? "Red in any one period" : $"Red {tolerance.Periods} periods running",
            "amber-running" => $"Amber {tolerance.Periods} periods running",
            "sustained-decline" => $"Worse than the period before, {tolerance.Periods} periods running",
            "out-of-threshold" => tolerance.Periods == 1 ? "Outside its range in any quarter" : $"Outside its range {tolerance.Periods} quarters running",
            _ => $"{Sentence(tolerance.Kind)}, {tolerance.Periods} periods",
        };
    }

    /// <summary>"More than 1% or £100,000 away, whichever is less".</summary>
    public static string Of(BudgetTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        return string.Create(CultureInfo.InvariantCulture, $"More than {tolerance.Percent:0.##}% or £{tolerance.Amount * 1_000:#,##0} away, whichever is less");
    }

    /// <summary>Where an exception goes first.</summary>
    public static string GoesTo(string key) => key switch
    {
        "smt" => "Senior management team",
        "board" => "Strategic Board",
        _ => Sentence(key),
    };

    /// <summary>When it goes further: "To the Board after 10 working days".</summary>
    public static string Up(int? afterWorkingDays) =>
        afterWorkingDays is { } days ? $"To the Strategic Board after {days} working days" : "No further";

    /// <summary>"95%", "1,268 thousand", "12,000".</summary>
    public static string Figure(decimal value, string unit)
    {
        var digits = value.ToString("#,##0.##", CultureInfo.InvariantCulture);
        return unit switch { "percent" => digits + "%", "count" => digits, _ => $"{digits} {Trimmed(unit)}" };
    }

    /// <summary>A figure of the budget, in thousands of pounds, with a true minus sign, such as that of income.</summary>
    public static string Thousands(decimal amount) => (amount < 0 ? "\u2212" : "") + Math.Abs(amount).ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>"Quarter 1", or "Year".</summary>
    public static string Quarter(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key == "YEAR" ? "Year" : $"Quarter {key.TrimStart('Q')}";
    }

    /// <summary>"2016-17" as people write it: "2016 to 2017".</summary>
    public static string Year(string financialYear)
    {
        ArgumentNullException.ThrowIfNull(financialYear);
        return financialYear is { Length: 7 } && financialYear[4] == '-' ? $"{financialYear[..4]} to {financialYear[..2]}{financialYear[5..]}" : financialYear;
    }

    /// <summary>A key such as <c>higher_is_better</c> as words.</summary>
    public static string Sentence(string key)
    {
        var words = Trimmed(key).Replace('-', ' ').Replace('_', ' ');
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Trimmed(string unit) => unit == "thousands" ? "thousand" : unit;
}

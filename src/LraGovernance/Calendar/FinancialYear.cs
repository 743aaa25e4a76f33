using System.Globalization;

namespace LraGovernance.Calendar;

/// <summary>1 April to 31 March, written 2016-17.</summary>
public readonly record struct FinancialYear(int StartsIn)
{
    public DateOnly First => new(StartsIn, 4, 1);

    public DateOnly Last => new(StartsIn + 1, 3, 31);

    public FinancialYear Next => new(StartsIn + 1);

    public FinancialYear Previous => new(StartsIn - 1);

    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <exception cref="FormatException">The text is not of the form 2016-17.</exception>
    public static FinancialYear Parse(string text) =>
        TryParse(text, out var year) ? year : throw new FormatException($"'{text}' is not a financial year such as 2016-17.");

    public static bool TryParse(string text, out FinancialYear year)
    {
        var start = 0;
        var isNumber = text.Length == 7 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out start);
        year = new(start);
        return isNumber && start > 0 && year.ToString() == text;
    }

    /// <summary>2016 to 2017, as a heading says it.</summary>
    public string InWords => $"{StartsIn} to {StartsIn + 1}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartsIn:0000}-{(StartsIn + 1) % 100:00}");
}

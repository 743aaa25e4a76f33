using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LraGovernance.Calendar;

public enum PeriodKind { Month, Quarter, Year }

/// <summary>
/// What a figure is about: a month (2016-06), a quarter (2016/17-Q1, April to June) or a financial year (2016/17). The slash keeps a year
/// apart from a month, as in the council's own tables.
/// </summary>
[JsonConverter(typeof(PeriodJson))]
public readonly record struct Period(PeriodKind Kind, DateOnly First) : IComparable<Period>
{
    /// <summary>Years that figures can be about: beyond them somebody has mistyped, and the calendar itself has an end.</summary>
    private const int FirstYear = 1900, LastYear = 2199;

    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>How many months it has: 1, 3 or 12.</summary>
    public int Months => Kind switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => 12 };

    /// <summary>The period of the same kind just before.</summary>
    public Period Previous => this with { First = First.AddMonths(-Months) };

    public Period Next => this with { First = First.AddMonths(Months) };

    public FinancialYear FinancialYear => FinancialYear.Of(First);

    /// <summary>1 to 4: the quarter of the financial year that it begins in.</summary>
    public int QuarterNumber => ((First.Month + 8) % 12 / 3) + 1;

    /// <summary>1 for April to 12 for March: the month of the financial year that it ends in.</summary>
    public int MonthNumber => ((Last.Month + 8) % 12) + 1;

    public static Period Month(DateOnly day) => new(PeriodKind.Month, new(day.Year, day.Month, 1));

    public static Period Quarter(DateOnly day) => new(PeriodKind.Quarter, new DateOnly(day.Year, day.Month, 1).AddMonths(-((day.Month + 8) % 12 % 3)));

    public static Period Year(FinancialYear year) => new(PeriodKind.Year, year.First);

    /// <exception cref="FormatException">It is none of the three forms.</exception>
    public static Period Parse(string text) => TryParse(text, out var period) ? period.Value
        : throw new FormatException($"'{text}' is not a period such as 2016-06, 2016/17-Q1 or 2016/17.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text?.Length < 4 || !int.TryParse(text?[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var begins) || begins is < FirstYear or > LastYear)
        {
            return false;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            period = Month(month);
        }
        else if (text is { Length: 7 or 10 } && text[4] == '/' && Calendar.FinancialYear.TryParse($"{text[..4]}-{text[5..7]}", out var year))
        {
            period = text.Length == 7 ? Year(year)
                : text[7] == '-' && text[8] == 'Q' && text[9] is >= '1' and <= '4' ? Quarter(year.First.AddMonths(3 * (text[9] - '1')))
                : null;
        }

        return period is not null;
    }

    public int CompareTo(Period other) => (First, Kind).CompareTo((other.First, other.Kind));

    public static bool operator <(Period one, Period other) => one.CompareTo(other) < 0;

    public static bool operator >(Period one, Period other) => one.CompareTo(other) > 0;

    public static bool operator <=(Period one, Period other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Period one, Period other) => one.CompareTo(other) >= 0;

    /// <summary>June 2016; April to June 2016; 2016 to 2017.</summary>
    public string InWords => Kind switch
    {
        PeriodKind.Month => First.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
        PeriodKind.Quarter => $"{First.ToString("MMMM", CultureInfo.GetCultureInfo("en-GB"))} to {Last.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}",
        _ => FinancialYear.InWords,
    };

    public override string ToString() => Kind switch
    {
        PeriodKind.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => $"{YearText}-Q{QuarterNumber}",
        _ => YearText,
    };

    private string YearText => FinancialYear.ToString().Replace('-', '/');
}

/// <summary>A period in JSON is its text.</summary>
internal sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Period.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue($"{value}");
}

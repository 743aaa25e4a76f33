using System.Globalization;
using System.Text.RegularExpressions;

namespace LraGovernance.Performance;

/// <summary>A figure as people type it: 1,428 and 96.5% too, which a file may not say.</summary>
internal static partial class Amount
{
    /// <summary>As many as are kept exactly: a figure is never rated rounded.</summary>
    internal const int MostDigits = 28;

    /// <summary>So that figures can be added up and held against a share of a target.</summary>
    internal const int MostWholeDigits = 15;

    /// <summary>A comma parts thousands: 96,5 is no figure, and least of all 965.</summary>
    internal static bool TryParse(string? text, out decimal value)
    {
        value = 0;
        return text?.Trim().TrimEnd('%').TrimEnd() is { } figure && (!figure.Contains(',', StringComparison.Ordinal) || Thousands().IsMatch(figure))
            && TryParse(figure, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, out value);
    }

    /// <summary>Only what is written with digits, sign, point and comma: the runtime would read over characters without a shape.</summary>
    internal static bool TryParse(string? text, NumberStyles styles, out decimal value)
    {
        value = 0;
        return text is not null && text.All(x => char.IsAsciiDigit(x) || x is '-' or '+' or '.' or ',')
            && text.Count(char.IsAsciiDigit) <= MostDigits && text.TakeWhile(x => x != '.').Count(char.IsAsciiDigit) <= MostWholeDigits
            && decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out value);
    }

    internal static decimal Parse(string? text) => TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a figure.");

    /// <summary>Whether it lies where it is expected; outside it can still be right, and whoever enters it is asked.</summary>
    internal static bool IsPlausible(Specifications.Indicator indicator, decimal value) => indicator.Plausible is not { } range || (value >= range.Low && value <= range.High);

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$")]
    private static partial Regex Thousands();

    /// <summary>The same number with no digits that say nothing: databases give 390 back as 390.0 or as 390, and the record's bytes must not differ.</summary>
    internal static decimal WithoutBlankDigits(decimal value) => value / 1.0000000000000000000000000000m;
}

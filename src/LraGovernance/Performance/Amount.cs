using System.Globalization;

namespace LraGovernance.Performance;

/// <summary>A figure as people type it: 1,428 and 96.5% too, which a file may not say.</summary>
internal static class Amount
{
    internal static bool TryParse(string? text, out decimal value) => decimal.TryParse(
        text?.Trim().TrimEnd('%'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);

    internal static decimal Parse(string? text) => TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a figure.");

    /// <summary>The same number with no digits that say nothing: databases give 390 back as 390.0 or as 390, and the record's bytes must not differ.</summary>
    internal static decimal WithoutBlankDigits(decimal value) => value / 1.0000000000000000000000000000m;
}

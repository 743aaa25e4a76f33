using System.Globalization;

namespace LraGovernance.Web.Shell;

/// <summary>Money and figures as GOV.UK writes them.</summary>
internal static class Pounds
{
    private const char Minus = '\u2212';

    /// <summary>£14,211,000; pence only where there are some; a true minus sign before the pound.</summary>
    public static string Write(decimal amount)
    {
        var size = Math.Abs(amount);
        var digits = size.ToString(size == decimal.Truncate(size) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
        return (amount < 0 ? Minus : null) + "£" + digits;
    }

    /// <summary>The same, with a plus sign for growth: a difference.</summary>
    public static string Difference(decimal amount) => (amount > 0 ? "+" : "") + Write(amount);
}

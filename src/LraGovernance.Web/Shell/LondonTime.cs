using System.Globalization;
using LraGovernance.Calendar;

namespace LraGovernance.Web.Shell;

/// <summary>Dates and times as GOV.UK writes them, on the clock of the council.</summary>
internal static class LondonTime
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly LondonToday(this TimeProvider clock) => clock.GetUtcNow().LondonDate();

    public static DateOnly LondonDate(this DateTimeOffset moment) => DateOnly.FromDateTime(In(moment).DateTime);

    /// <summary>1 April 2016</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>1 April 2016</summary>
    public static string Day(DateTimeOffset moment) => Day(moment.LondonDate());

    /// <summary>Friday 1 April 2016</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>April 2016</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", English);

    /// <summary>12 January 2016 at 3:05pm</summary>
    public static string Moment(DateTimeOffset moment) => London.Moment(moment);

    /// <summary>by 5pm on 12 January 2016</summary>
    public static string By(DateTimeOffset moment) => $"by {Clock(moment)} on {Day(moment)}";

    /// <summary>3:05pm, 5pm, midday, midnight</summary>
    public static string Clock(DateTimeOffset moment) => London.Clock(moment);

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateTimeOffset moment) =>
        In(moment).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset In(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);
}

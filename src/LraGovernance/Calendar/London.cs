using System.Globalization;

namespace LraGovernance.Calendar;

/// <summary>The edge between the council's clock and UTC, which everything inside keeps.</summary>
public static class London
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>When the day's work of the agenda is due; clear of both clock changes.</summary>
    public static readonly TimeOnly Morning = new(6, 0);

    /// <summary>When a deadline of a day ends: the close of business.</summary>
    public static readonly TimeOnly CloseOfBusiness = new(17, 0);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>12 January 2016 at 3:05pm, as GOV.UK writes it.</summary>
    public static string Moment(DateTimeOffset instant) => $"{Local(instant).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))} at {Clock(instant)}";

    /// <summary>3:05pm, 5pm, midday, midnight.</summary>
    public static string Clock(DateTimeOffset instant)
    {
        var time = Local(instant);
        return time switch
        {
            { Hour: 0, Minute: 0 } => "midnight",
            { Hour: 12, Minute: 0 } => "midday",
            _ => time.ToString(time.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture) + (time.Hour < 12 ? "am" : "pm"),
        };
    }

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

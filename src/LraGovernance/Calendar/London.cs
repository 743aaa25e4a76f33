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

    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

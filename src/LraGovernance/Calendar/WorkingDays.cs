namespace LraGovernance.Calendar;

/// <summary>A number of working days: Monday to Friday, without bank holidays and council closure days.</summary>
public readonly record struct WorkingDays(int Count);

/// <summary>
/// A number of clear days: whole days between two dates, neither of them counted. Another unit than working days, so that
/// the two cannot be mixed up (peers: "two working days" computed wrongly).
/// </summary>
public readonly record struct ClearDays(int Count);

/// <summary>Which days a council works. Pure: built from the service's non-working days.</summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> nonWorkingDays)
{
    private readonly HashSet<DateOnly> _off = [.. nonWorkingDays];

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day);

    /// <summary>The <paramref name="days"/>th working day after <paramref name="day"/>; for 0 the day itself, or the next working day.</summary>
    public DateOnly Add(DateOnly day, WorkingDays days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days.Count);
        while (!IsWorkingDay(day) && days.Count == 0)
        {
            day = day.AddDays(1);
        }

        for (var left = days.Count; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The <paramref name="days"/>th working day before <paramref name="day"/>; for 0 the day itself, or the working day before it.</summary>
    public DateOnly Back(DateOnly day, WorkingDays days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days.Count);
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        for (var left = days.Count; left > 0;)
        {
            day = day.AddDays(-1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when it is not later.</summary>
    public WorkingDays Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return new(count);
    }

    /// <summary>The last day that leaves the given number of clear working days before <paramref name="day"/>.</summary>
    public DateOnly LastDayBefore(DateOnly day, ClearDays clear)
    {
        day = day.AddDays(-1);
        for (var left = clear.Count; left > 0 || !IsWorkingDay(day);)
        {
            left -= IsWorkingDay(day) ? 1 : 0;
            day = day.AddDays(-1);
        }

        return day;
    }
}

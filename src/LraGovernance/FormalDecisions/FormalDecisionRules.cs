using LraGovernance.Calendar;

namespace LraGovernance.FormalDecisions;

/// <summary>When a formal decision may be taken and carried out. Pure.</summary>
public static class FormalDecisionRules
{
    /// <summary>
    /// The first day on which it may be taken: a key decision needs its whole notice between (executive arrangements regulations of 2012: 28 days), any other
    /// none (design section 5; not in the papers).
    /// </summary>
    /// <param name="noticeFrom">The day on which notice was given.</param>
    /// <param name="isKey">It is a key decision.</param>
    /// <param name="noticeDays">The notice, in days of the calendar.</param>
    public static DateOnly Earliest(DateOnly noticeFrom, bool isKey, int noticeDays) => isKey ? noticeFrom.AddDays(noticeDays) : noticeFrom;

    /// <summary>The last day of the call-in period; nothing is carried out before it is over.</summary>
    public static DateOnly CallInUntil(DateOnly decidedOn, WorkingDays callIn, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.Add(decidedOn, callIn);
    }
}

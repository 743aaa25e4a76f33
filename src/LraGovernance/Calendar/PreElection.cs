namespace LraGovernance.Calendar;

/// <summary>What a pre-election period does to a day on which something is to be published or consulted on.</summary>
public static class PreElection
{
    /// <summary>The period that holds a day, or null.</summary>
    /// <param name="day">The day of publication, in London.</param>
    /// <param name="periods">The pre-election periods of the council's calendar; first and last day both count.</param>
    public static PreElectionPeriod? Holding(DateOnly day, IEnumerable<PreElectionPeriod> periods) => periods.FirstOrDefault(x => x.From <= day && day <= x.To);

    /// <summary>The first day on which what is due on a day may be public: the day itself, or the day after the period that holds it (design section 5; not in the papers).</summary>
    public static DateOnly FirstDay(DateOnly due, IReadOnlyCollection<PreElectionPeriod> periods)
    {
        while (Holding(due, periods) is { } period)
        {
            due = period.To.AddDays(1);
        }

        return due;
    }

    /// <summary>The last day on which what is due by a day can still be public in time: the day itself, or the day before the period that holds it.</summary>
    public static DateOnly LastSafeDay(DateOnly due, IReadOnlyCollection<PreElectionPeriod> periods)
    {
        while (Holding(due, periods) is { } period)
        {
            due = period.From.AddDays(-1);
        }

        return due;
    }
}

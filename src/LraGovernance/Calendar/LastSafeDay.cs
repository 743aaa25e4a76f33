namespace LraGovernance.Calendar;

/// <summary>A step of a process as the calendar sees it.</summary>
/// <param name="Next">The steps that it leads to, without the ways back of loops.</param>
public sealed record PlannedStep(IReadOnlyList<string> Next)
{
    /// <summary>Its day, where it has one whatever happened before: a meeting, a day that is waited for.</summary>
    public FixedDay? Fixed { get; init; }

    /// <summary>The time that the process gives it.</summary>
    public WorkingDays Takes { get; init; }

    /// <summary>It makes something public, which a pre-election period holds.</summary>
    public bool Publishes { get; init; }

    /// <summary>All that it leads to must happen; elsewhere one of them will.</summary>
    public bool LeadsToAll { get; init; }
}

/// <summary>A day of the council's calendar that does not move.</summary>
/// <param name="Key">The name of the date.</param>
/// <param name="Day">The day.</param>
/// <param name="Clear">Clear working days that must lie before it, such as those between papers and meeting.</param>
public sealed record FixedDay(string Key, DateOnly Day, ClearDays Clear);

/// <summary>The last day on which a step can end so that a fixed day is still kept.</summary>
public sealed record SafeDay(DateOnly Day, FixedDay For);

/// <summary>
/// Works a process back from its fixed days: through the working days that each step takes, clear days before meetings, pre-election periods and days on
/// which nobody is there to act (design section 5; the papers name only the days themselves). Pure.
/// </summary>
public static class LastSafeDay
{
    /// <param name="step">The step that is open.</param>
    /// <param name="steps">The whole process.</param>
    /// <param name="calendar">Which days the council works.</param>
    /// <param name="periods">Pre-election periods.</param>
    /// <param name="somebodyIsThere">Whether whoever is asked is in office on a day; a known absence is a day on which nobody is.</param>
    /// <returns>Null where no fixed day lies ahead. A day that is over already is returned as it is: it is too late, and people should see it.</returns>
    public static SafeDay? Of(
        string step, IReadOnlyDictionary<string, PlannedStep> steps, WorkingCalendar calendar, IReadOnlyCollection<PreElectionPeriod> periods, Func<DateOnly, bool> somebodyIsThere)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(somebodyIsThere);
        if (new Plan(steps, calendar, periods).LatestEnd(step) is not { } end)
        {
            return null;
        }

        var day = end.Day;
        for (var back = 0; back < MostDaysAbsent && !(calendar.IsWorkingDay(day) && somebodyIsThere(day)); back++)
        {
            day = day.AddDays(-1);
        }

        return end with { Day = calendar.Back(day, new WorkingDays(0)) };
    }

    private const int MostDaysAbsent = 366;

    private sealed class Plan(IReadOnlyDictionary<string, PlannedStep> steps, WorkingCalendar calendar, IReadOnlyCollection<PreElectionPeriod> periods)
    {
        private readonly Dictionary<string, SafeDay?> _starts = [];

        public SafeDay? LatestEnd(string step)
        {
            var ahead = steps[step].Next.Select(LatestStart).OfType<SafeDay>().OrderBy(x => x.Day).ToList();
            return ahead.Count == 0 ? null : steps[step].LeadsToAll ? ahead[0] : ahead[^1];
        }

        private SafeDay? LatestStart(string step)
        {
            if (_starts.TryGetValue(step, out var known))
            {
                return known;
            }

            _starts[step] = null; // a way round that was not left out leads nowhere new
            return _starts[step] = steps[step] is { Fixed: { } fixedDay }
                ? new(fixedDay.Clear.Count > 0 ? calendar.LastDayBefore(fixedDay.Day, fixedDay.Clear) : calendar.Back(fixedDay.Day, new WorkingDays(0)), fixedDay)
                : LatestEnd(step) is { } end ? end with { Day = calendar.Back(steps[step].Publishes ? PreElection.LastSafeDay(end.Day, periods) : end.Day, steps[step].Takes) } : null;
        }
    }
}

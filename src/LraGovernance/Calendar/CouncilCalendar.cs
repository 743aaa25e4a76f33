using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Calendar;

/// <summary>The calendar of a service as loaded from its pack: working days and named dates.</summary>
public sealed class CouncilCalendar(GovernanceDb db)
{
    private readonly Dictionary<string, WorkingCalendar> _calendars = [];

    public async Task<WorkingCalendar> WorkingAsync(string service, CancellationToken cancellationToken = default)
    {
        if (!_calendars.TryGetValue(service, out var calendar))
        {
            var days = await db.NonWorkingDays.AsNoTracking().Where(x => x.Service == service).Select(x => x.Date).ToListAsync(cancellationToken);
            _calendars[service] = calendar = new WorkingCalendar(days);
        }

        return calendar;
    }

    public async Task<IReadOnlyList<PreElectionPeriod>> PreElectionAsync(string service, CancellationToken cancellationToken = default) =>
        await db.PreElectionPeriods.AsNoTracking().Where(x => x.Service == service).OrderBy(x => x.From).ToListAsync(cancellationToken);

    /// <exception cref="InvalidOperationException">The calendar has no such date for that year.</exception>
    public async Task<DateOnly> NamedAsync(string service, string financialYear, string key, CancellationToken cancellationToken = default) =>
        (await db.NamedDates.FindAsync([service, financialYear, key], cancellationToken)
            ?? throw new InvalidOperationException($"The calendar of {service} has no date '{key}' for {financialYear}.")).Date;

    /// <summary>
    /// The close of business that an activity's inputs name: a named date, or a number of working days from now. Where it
    /// names both, the later: asking again after the named date still leaves time to answer. Null when it names neither.
    /// </summary>
    internal async Task<DateTimeOffset?> DeadlineAsync(string service, string year, string? named, int? workingDays, DateTimeOffset now)
    {
        var date = named is null ? (DateTimeOffset?)null : London.At(await NamedAsync(service, year, named), London.CloseOfBusiness);
        var counted = workingDays is { } days
            ? London.At((await WorkingAsync(service)).Add(London.DateOf(now), new WorkingDays(days)), London.CloseOfBusiness)
            : (DateTimeOffset?)null;
        return date is null || counted > date ? counted ?? date : date;
    }

    /// <summary>The rungs of a reminder ladder: each a number of working days after <paramref name="from"/>, in the morning.</summary>
    internal async Task<IReadOnlyList<DateTimeOffset>> LadderAsync(string service, DateTimeOffset from, IEnumerable<int> workingDays)
    {
        var calendar = await WorkingAsync(service);
        return [.. workingDays.Order().Select(days => London.At(calendar.Add(London.DateOf(from), new WorkingDays(days)), London.Morning))];
    }
}

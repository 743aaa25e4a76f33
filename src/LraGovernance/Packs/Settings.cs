using System.Globalization;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Running;

namespace LraGovernance.Packs;

/// <summary>A number or a switch of a service's processes that the papers leave open, as its pack sets it.</summary>
public sealed class ServiceSetting
{
    public required string Service { get; init; }
    public required string Key { get; init; }
    public required string Value { get; init; }
}

/// <summary>The settings of a service. One that is asked for and missing is a fault of the pack, never a default.</summary>
internal sealed class Settings(GovernanceDb db, CouncilCalendar calendar, TimeProvider clock)
{
    internal async Task<bool> IsOnAsync(string service, string key, CancellationToken cancellationToken) =>
        bool.Parse(await TextAsync(service, key, cancellationToken));

    internal async Task<int> NumberAsync(string service, string key, CancellationToken cancellationToken) =>
        int.Parse(await TextAsync(service, key, cancellationToken), CultureInfo.InvariantCulture);

    /// <exception cref="InvalidOperationException">The service has no such setting.</exception>
    internal async Task<string> TextAsync(string service, string key, CancellationToken cancellationToken) =>
        (await db.Settings.FindAsync([service, key], cancellationToken)
            ?? throw new InvalidOperationException($"{service} has no setting '{key}'.")).Value;

    /// <summary>A number of working days that a step gives itself, or by the name of a setting; null where it gives neither.</summary>
    internal async Task<int?> DaysAsync(Asked asked, string number, string setting, CancellationToken cancellationToken) =>
        asked.Text(setting) is { } key ? await NumberAsync(asked.Instance.Service, key, cancellationToken) : asked.Number(number);

    /// <summary>The working day of this month that a setting numbers: 10 is the tenth. Null where the step names no setting.</summary>
    internal async Task<DateOnly?> DayOfMonthAsync(Asked asked, string setting, CancellationToken cancellationToken)
    {
        if (asked.Text(setting) is not { } key)
        {
            return null;
        }

        var today = London.DateOf(clock.GetUtcNow());
        var number = await NumberAsync(asked.Instance.Service, key, cancellationToken);
        return (await calendar.WorkingAsync(asked.Instance.Service, cancellationToken)).Add(new DateOnly(today.Year, today.Month, 1).AddDays(-1), new WorkingDays(number));
    }
}

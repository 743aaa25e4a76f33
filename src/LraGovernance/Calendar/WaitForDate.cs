using System.Globalization;
using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Packs;
using LraGovernance.Running;

namespace LraGovernance.Calendar;

/// <summary><c>Lra.WaitForDate</c>: waits for the morning of a named date of the commissioning calendar, of so many working days from now, or after a day that the process knows.</summary>
internal sealed class WaitForDateActivity : Activity
{
    public const string TypeName = "Lra.WaitForDate";

    public override string Type => TypeName;

    public override bool Waits => true;

    public override IReadOnlyList<ActivityInput> Inputs => [new("date", InputKind.Text), new("workingDays", InputKind.Integer), new("setting", InputKind.Text), new("dayOfMonthSetting", InputKind.Text), new("after", InputKind.Text)];

    public override Step Execute(ActivityContext context) => Step.Wait(new()
    {
        ["date"] = context.Text("date"),
        ["workingDays"] = context.Integer("workingDays"),
        ["setting"] = context.Text("setting"),
        ["dayOfMonthSetting"] = context.Text("dayOfMonthSetting"),
        ["after"] = context.Text("after"),
    });
}

internal sealed class WaitForDateEffect(GovernanceDb db, CouncilCalendar calendar, Settings settings, TimeProvider clock) : IStepEffect
{
    public string ActivityType => WaitForDateActivity.TypeName;

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var (service, now) = (asked.Instance.Service, clock.GetUtcNow());
        var day = asked.Text("after") is { Length: > 0 } last ? DateOnly.ParseExact(last, "O", CultureInfo.InvariantCulture).AddDays(1)
            : await settings.DayOfMonthAsync(asked, "dayOfMonthSetting", cancellationToken) is { } numbered ? numbered
            : asked.Text("date") is { } name
            ? await calendar.NamedAsync(service, asked.Instance.FinancialYear, name, cancellationToken)
            : (await calendar.WorkingAsync(service, cancellationToken)).Add(London.DateOf(now), new WorkingDays(await settings.DaysAsync(asked, "workingDays", "setting", cancellationToken)
                ?? throw new InvalidOperationException($"{asked.ActivityId} names neither a date nor a number of working days.")));
        var due = London.At(day, London.Morning);
        if (due <= now)
        {
            return new Reply(Outcomes.Done);
        }

        db.Agenda.Add(Timers.Item(asked.Instance, asked.BookmarkId!, due));
        return null;
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) =>
        Timers.ForgetAsync(db, instance.Id, bookmarkId, cancellationToken);
}

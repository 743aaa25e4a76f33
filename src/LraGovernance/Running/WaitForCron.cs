using LraGovernance.Data;

namespace LraGovernance.Running;

/// <summary>An <c>Elsa.Cron</c> in the middle of a process: it waits for the schedule's next occurrence, in the council's zone.</summary>
internal sealed class WaitForCron(GovernanceDb db, TimeProvider clock) : IStepEffect
{
    public string ActivityType => Schedules.CronType;

    public Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var next = Schedules.Parse(asked.RequiredText("cronExpression")).GetNextValidTimeAfter(clock.GetUtcNow())
            ?? throw new InvalidOperationException($"The schedule of {asked.ActivityId} never comes again.");
        db.Agenda.Add(Timers.Item(asked.Instance, asked.BookmarkId!, next));
        return Task.FromResult<Reply?>(null);
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) =>
        Timers.ForgetAsync(db, instance.Id, bookmarkId, cancellationToken);
}

using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Rehearsal;

/// <summary>
/// What a rehearsal came to. It tells the whole run in the database, from its first day: one that was stopped and went on
/// reports the same as one that was not. Of several services it counts all and tells the specification and the indicators of the first.
/// </summary>
internal sealed record RehearsalReport(
    DateOnly From, DateOnly To, long ElapsedMs, string Seed, int Services, RehearsalCounts Counts, IReadOnlyList<TimelineEvent> Timeline,
    RehearsedSpecification? Specification, string RecordHead, IReadOnlyList<RehearsedIndicator> Indicators)
{
    public static async Task<RehearsalReport> ReadAsync(IServiceProvider services, DateOnly to, RehearsalPlan plan, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        var audit = await services.GetRequiredService<Commands>().SendAsync(new VerifyAudit(), Actor.System("verb"), cancellationToken);
        if (audit is not VerifyAuditResult.Sound sound)
        {
            throw new InvalidOperationException($"The rehearsal's own record is broken: {audit}.");
        }

        var timeline = await new TimelineReader(services.GetRequiredService<IServiceScopeFactory>()).ReadAsync(_ => 0, cancellationToken);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        var first = await db.RecordEntries.AsNoTracking().OrderBy(x => x.At).Select(x => x.At).FirstAsync(cancellationToken);
        var inForce = await db.Specifications.AsNoTracking().Where(x => x.State == SpecificationState.InForce).OrderBy(x => x.Service)
            .Select(x => new RehearsedSpecification($"{x.Major}.{x.Minor}", x.InForceFrom!.Value, x.RevisionHash!)).FirstOrDefaultAsync(cancellationToken);
        var indicators = await RehearsedIndicator.ReadAsync(services, cancellationToken);
        return new(London.DateOf(first), to, (long)elapsed.TotalMilliseconds, plan.Seed, plan.Services, RehearsalCounts.Of(timeline), timeline, inForce, sound.RecordHead, indicators);
    }
}

internal sealed record RehearsedSpecification(string Version, DateOnly InForceFrom, string Hash);

internal sealed record RehearsalCounts(int Instances, int Finished, int Tasks, int Decisions, int Mails, int Reminders, int Incidents, int Late, int Exceptions, int Escalations)
{
    public static RehearsalCounts Of(IReadOnlyList<TimelineEvent> timeline)
    {
        return new(
            Count("instance-started"), Count("instance-finished"), Count("task-opened"), Count("decision-recorded"),
            Count("mail-sent"), Count("reminder-sent"), Count("incident"), Count("task-late"),
            Count("exception-raised"), Count("exception-escalated"));

        int Count(string happened) => timeline.Count(x => x.Event == happened);
    }
}

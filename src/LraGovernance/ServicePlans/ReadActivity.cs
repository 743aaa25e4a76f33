using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>One activity of a plan with the versions it has had.</summary>
[Anyone("the plan in force is public (design section 8)")]
public sealed record ReadActivity(string Service, string FinancialYear, string Number) : IQuery<ActivityView?>;

/// <param name="Versions">The first one first.</param>
public sealed record ActivityView(PlanView Plan, string Number, ActivityContent Content, bool Removed, IReadOnlyList<ActivityVersion> Versions);

public sealed record ActivityVersion(int Number, DateTimeOffset At, bool Removed, string? Reason, ActivityContent Content);

internal sealed class ReadActivityHandler(GovernanceDb db, PlanReading reading, Caller caller, TimeProvider clock) : IRequestHandler<ReadActivity, ActivityView?>
{
    public async Task<ActivityView?> Handle(ReadActivity request, CancellationToken cancellationToken)
    {
        var plan = await db.ServicePlans.FindAsync([request.Service, request.FinancialYear], cancellationToken);
        if (plan is null || !await ReadServicePlanHandler.MayReadAsync(db, caller, request.Service, request.FinancialYear, clock, cancellationToken))
        {
            return null;
        }

        var rows = await db.PlanActivities.AsNoTracking().Where(x => x.Service == request.Service && x.FinancialYear == request.FinancialYear && x.Number == request.Number)
            .OrderBy(x => x.Version).ToListAsync(cancellationToken);
        return rows.Count == 0 ? null : new(
            await reading.OfAsync(plan, null, cancellationToken), request.Number, rows[^1].Read(), rows[^1].Removed,
            [.. rows.Select(x => new ActivityVersion(x.Version, x.At, x.Removed, x.Reason, x.Read()))]);
    }
}

using LraGovernance.Data;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>The activities of plans that are or were in force, as ends of the golden thread.</summary>
internal sealed class PlanThread(GovernanceDb db) : IThreadEnds
{
    public async Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken) =>
        [.. (await db.PlanActivities.AsNoTracking()
            .Where(x => x.Service == service && x.SupersededAt == null && !x.Removed && db.ServicePlans.Any(p => p.Service == service && p.FinancialYear == x.FinancialYear && p.InForceSince != null))
            .OrderBy(x => x.FinancialYear).ThenBy(x => x.Number).ToListAsync(cancellationToken))
            .Select(x => new NamedEnd(ThreadEnd.Activity(x.FinancialYear, x.Number), $"{x.Number} {x.Read().Title}", $"/service-plans/{x.FinancialYear}/{x.Number}", MustComeFrom: true))];
}

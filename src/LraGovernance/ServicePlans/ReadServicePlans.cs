using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>The plans that the reader may see, the latest first.</summary>
[Anyone("the plan in force is public (design section 8)")]
public sealed record ReadServicePlans(string Service) : IQuery<IReadOnlyList<PlanLine>>;

public sealed record PlanLine(string FinancialYear, string Title, PlanState State, string? AnswersVersion, DateTimeOffset? InForceSince, int Activities, int Gaps);

internal sealed class ReadServicePlansHandler(GovernanceDb db, PlanDesk desk, Caller caller, TimeProvider clock) : IRequestHandler<ReadServicePlans, IReadOnlyList<PlanLine>>
{
    public async Task<IReadOnlyList<PlanLine>> Handle(ReadServicePlans request, CancellationToken cancellationToken)
    {
        var lines = new List<PlanLine>();
        foreach (var plan in await db.ServicePlans.AsNoTracking().Where(x => x.Service == request.Service).OrderByDescending(x => x.FinancialYear).ToListAsync(cancellationToken))
        {
            if (!await ReadServicePlanHandler.MayReadAsync(db, caller, plan.Service, plan.FinancialYear, clock, cancellationToken))
            {
                continue;
            }

            var activities = await desk.ActivitiesAsync(plan.Service, plan.FinancialYear, cancellationToken);
            var gaps = PlanCoverage.Gaps((await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken)).Document, activities);
            lines.Add(new(plan.FinancialYear, PlanDesk.TitleOf(plan.FinancialYear), plan.State, plan.AnswersVersion, plan.InForceSince, activities.Count, gaps.Count));
        }

        return lines;
    }
}

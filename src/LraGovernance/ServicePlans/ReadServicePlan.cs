using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Register;
using MediatR;

namespace LraGovernance.ServicePlans;

/// <summary>The plan of a year with its coverage: for everybody once it is public, for known people from its draft on.</summary>
[Anyone("the plan in force is public (design section 8)")]
public sealed record ReadServicePlan(string Service, string FinancialYear) : IQuery<PlanView?>;

internal sealed class ReadServicePlanHandler(GovernanceDb db, PlanReading reading, Caller caller, TimeProvider clock) : IRequestHandler<ReadServicePlan, PlanView?>
{
    public async Task<PlanView?> Handle(ReadServicePlan request, CancellationToken cancellationToken)
    {
        var plan = await db.ServicePlans.FindAsync([request.Service, request.FinancialYear], cancellationToken);
        return plan is null || !await MayReadAsync(db, caller, request.Service, request.FinancialYear, clock, cancellationToken) ? null : await reading.OfAsync(plan, null, cancellationToken);
    }

    internal static async Task<bool> MayReadAsync(GovernanceDb db, Caller caller, string service, string financialYear, TimeProvider clock, CancellationToken cancellationToken) =>
        caller.Actor is { Kind: ActorKind.Person, PersonId: not null }
        || (await db.Publications.FindAsync([service, PlanDesk.Kind, financialYear], cancellationToken) is { } publication && PublicationRule.IsPublic(publication, clock.GetUtcNow()));
}

using FluentValidation;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using MediatR;

namespace LraGovernance.ServicePlans;

/// <summary>
/// The accepted plan is in force, and its activities are part of the golden thread. Where the specification has changed since it was checked and the plan
/// does not answer it any more, it goes back to the service.
/// </summary>
[SystemOnly]
public sealed record BringPlanIntoForce(Guid CommandId, string Service, string FinancialYear) : IStepCommand<BringPlanIntoForce, BringPlanIntoForceResult>
{
    public static BringPlanIntoForce From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record BringPlanIntoForceResult
{
    public sealed record InForce : BringPlanIntoForceResult;

    public sealed record Gaps : BringPlanIntoForceResult;
}

internal sealed class BringPlanIntoForceValidator : AbstractValidator<BringPlanIntoForce>
{
    public BringPlanIntoForceValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class BringPlanIntoForceHandler(PlanDesk desk, TimeProvider clock) : IRequestHandler<BringPlanIntoForce, BringPlanIntoForceResult>
{
    public async Task<BringPlanIntoForceResult> Handle(BringPlanIntoForce command, CancellationToken cancellationToken)
    {
        var plan = await desk.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        var specification = await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var activities = await desk.ActivitiesAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var version = SpecificationFile.VersionName(specification.Specification);
        if (PlanCoverage.Gaps(specification.Document, activities) is { Count: > 0 } gaps)
        {
            plan.State = PlanState.Returned;
            await desk.RecordAsync(plan, "coverage-gap", $"{PlanDesk.TitleOf(plan.FinancialYear)}: returned, nothing answers {string.Join(", ", gaps.Select(x => x.Name))} of version {version}", null,
                new { plan = plan.Hash, specification = specification.Specification.RevisionHash, gaps = gaps.Select(x => $"{x.Kind}/{x.Key}") }, cancellationToken);
            return new BringPlanIntoForceResult.Gaps();
        }

        (plan.State, plan.InForceSince, plan.AnswersVersion) = (PlanState.InForce, clock.GetUtcNow(), version);
        await desk.TieAsync(plan, activities, specification.Document, cancellationToken);
        await desk.RecordAsync(plan, "service-plan-in-force", $"{PlanDesk.TitleOf(plan.FinancialYear)}: in force, answers version {version}", null,
            new { plan = plan.Hash, specification = specification.Specification.RevisionHash, activities = activities.Count }, cancellationToken);
        return new BringPlanIntoForceResult.InForce();
    }
}

using FluentValidation;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.ServicePlans;

/// <summary>Holds what was submitted against the specification in force: a plan with gaps goes back to the service with the list of them.</summary>
[SystemOnly]
public sealed record CheckPlan(Guid CommandId, string Service, string FinancialYear) : IStepCommand<CheckPlan, CheckPlanResult>
{
    public static CheckPlan From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record CheckPlanResult
{
    public sealed record Covered : CheckPlanResult;

    public sealed record Gaps : CheckPlanResult;

    /// <summary>Its day is over and it has not come.</summary>
    public sealed record NotSubmitted : CheckPlanResult;
}

internal sealed class CheckPlanValidator : AbstractValidator<CheckPlan>
{
    public CheckPlanValidator() => RuleFor(x => x.FinancialYear).NotEmpty();
}

internal sealed class CheckPlanHandler(PlanDesk desk) : IRequestHandler<CheckPlan, CheckPlanResult>
{
    public async Task<CheckPlanResult> Handle(CheckPlan command, CancellationToken cancellationToken)
    {
        var plan = await desk.OfAsync(command.Service, command.FinancialYear, cancellationToken);
        if (plan.State != PlanState.Submitted)
        {
            await desk.RecordAsync(plan, "service-plan-overdue", $"{PlanDesk.TitleOf(plan.FinancialYear)}: not submitted in time", null, null, cancellationToken);
            return new CheckPlanResult.NotSubmitted();
        }

        var specification = await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var gaps = PlanCoverage.Gaps(specification.Document, await desk.ActivitiesAsync(plan.Service, plan.FinancialYear, cancellationToken));
        plan.State = gaps.Count == 0 ? plan.State : PlanState.Returned;
        await desk.RecordAsync(plan, gaps.Count == 0 ? "coverage-complete" : "coverage-gap",
            $"{PlanDesk.TitleOf(plan.FinancialYear)}: {(gaps.Count == 0 ? "answers everything that asks for an answer" : $"returned, nothing answers {string.Join(", ", gaps.Select(x => x.Name))}")}",
            null, new { plan = plan.Hash, specification = specification.Specification.RevisionHash, gaps = gaps.Select(x => $"{x.Kind}/{x.Key}") }, cancellationToken);
        return gaps.Count == 0 ? new CheckPlanResult.Covered() : new CheckPlanResult.Gaps();
    }
}

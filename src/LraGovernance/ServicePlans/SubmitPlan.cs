using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>The head of service submits the plan: its text is frozen, and checked against the specification before the commissioner reads it.</summary>
[KnownPerson]
public sealed record SubmitPlan(Guid CommandId, string Service, Guid TaskId) : ICommand<SubmitPlanResult>;

public abstract record SubmitPlanResult
{
    public sealed record Submitted(string Hash, int Gaps) : SubmitPlanResult;

    public sealed record Refused(TaskCompletion Why) : SubmitPlanResult;
}

internal sealed class SubmitPlanValidator : AbstractValidator<SubmitPlan>
{
    public SubmitPlanValidator() => RuleFor(x => x.TaskId).NotEmpty();
}

internal sealed class SubmitPlanHandler(GovernanceDb db, PlanDesk desk, TaskDesk tasks) : IRequestHandler<SubmitPlan, SubmitPlanResult>
{
    internal const string TaskKind = "draft-plan";

    public async Task<SubmitPlanResult> Handle(SubmitPlan command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new SubmitPlanResult.Refused(completion);
        }

        var plan = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        var activities = await desk.ActivitiesAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var specification = await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var before = plan.Hash;
        var hash = await desk.FreezeAsync(plan, activities, specification, cancellationToken);
        (plan.State, plan.ReturnedBecause) = (PlanState.Submitted, null);
        await desk.RecordAsync(plan, "service-plan-submitted", $"{PlanDesk.TitleOf(plan.FinancialYear)}: submitted with {activities.Count} activities",
            new { plan = before }, new { plan = hash, activities = activities.Count }, cancellationToken);
        return new SubmitPlanResult.Submitted(hash, PlanCoverage.Gaps(specification.Document, activities).Count);
    }
}

using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>
/// The commissioner reviews the plan (R-050): whether it meets the aims of the specification, and reflects the council's priorities and its operating
/// principles. Three times yes accepts it; any no returns it, with what has to change.
/// </summary>
[KnownPerson]
public sealed record ReviewPlan(Guid CommandId, string Service, Guid TaskId, bool? MeetsAims, bool? ReflectsPriorities, bool? ReflectsPrinciples, string? Comment) : ICommand<ReviewPlanResult>
{
    public bool Accepts => MeetsAims == true && ReflectsPriorities == true && ReflectsPrinciples == true;
}

public abstract record ReviewPlanResult
{
    public sealed record Reviewed(bool Accepted) : ReviewPlanResult;

    public sealed record Refused(TaskCompletion Why) : ReviewPlanResult;
}

internal sealed class ReviewPlanValidator : AbstractValidator<ReviewPlan>
{
    public ReviewPlanValidator()
    {
        RuleFor(x => x.MeetsAims).NotNull().WithMessage("Select whether it meets the aims of the specification");
        RuleFor(x => x.ReflectsPriorities).NotNull().WithMessage("Select whether it reflects the council's priorities");
        RuleFor(x => x.ReflectsPrinciples).NotNull().WithMessage("Select whether it reflects the operating principles");
        RuleFor(x => x.Comment).Written("Enter what has to change").When(x => x.MeetsAims == false || x.ReflectsPriorities == false || x.ReflectsPrinciples == false);
        RuleFor(x => x.Comment).AtMost(4_000, "What has to change");
    }
}

internal sealed class ReviewPlanHandler(GovernanceDb db, PlanDesk desk, TaskDesk tasks, Caller caller) : IRequestHandler<ReviewPlan, ReviewPlanResult>
{
    internal const string TaskKind = "review-plan", Accepted = "Accepted", Returned = "Returned";

    public async Task<ReviewPlanResult> Handle(ReviewPlan command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, command.Accepts ? Accepted : Returned, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new ReviewPlanResult.Refused(completion);
        }

        var plan = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        (plan.State, plan.ReturnedBecause) = command.Accepts ? (PlanState.Accepted, null) : (PlanState.Returned, command.Comment!.Trim());
        await desk.RecordAsync(plan, "service-plan-reviewed", $"{PlanDesk.TitleOf(plan.FinancialYear)}: {(command.Accepts ? "accepted" : "returned")}", null,
            new { accepted = command.Accepts, command.MeetsAims, command.ReflectsPriorities, command.ReflectsPrinciples, plan = plan.Hash }, cancellationToken,
            TextRules.IsBlank(command.Comment) ? [] : [new("comment", caller.Actor.PersonId!.Value, command.Comment.Trim())]);
        return new ReviewPlanResult.Reviewed(command.Accepts);
    }
}

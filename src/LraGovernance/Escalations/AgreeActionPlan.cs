using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>The head of service agrees the improvement plan of an exception (R-112): its cause, and actions with owner and date.</summary>
[KnownPerson]
public sealed record AgreeActionPlan(Guid CommandId, string Service, Guid TaskId, string? Cause, IReadOnlyList<ActionEntry> Actions) : ICommand<AgreeActionPlanResult>;

/// <param name="Owner">By role.</param>
public sealed record ActionEntry(string? What, string? Owner, DateOnly? By);

public abstract record AgreeActionPlanResult
{
    public sealed record Agreed(string Number, int Actions) : AgreeActionPlanResult;

    public sealed record Refused(TaskCompletion Why) : AgreeActionPlanResult;
}

internal sealed class AgreeActionPlanValidator : AbstractValidator<AgreeActionPlan>
{
    public AgreeActionPlanValidator()
    {
        RuleFor(x => x.Cause).Written("Enter the cause").AtMost(2_000, "Cause");
        RuleFor(x => x.Actions).Must(x => x.Count > 0).WithMessage("Enter at least one action");
        RuleForEach(x => x.Actions).ChildRules(x =>
        {
            x.RuleFor(action => action.What).Written("Enter what is to be done").AtMost(500, "What is to be done");
            x.RuleFor(action => action.Owner).Written("Enter who does it, by role").AtMost(200, "Who does it");
            x.RuleFor(action => action.By).NotNull().WithMessage("Enter by when");
        });
    }
}

internal sealed class AgreeActionPlanHandler(GovernanceDb db, ExceptionDesk desk, TaskDesk tasks, Caller caller, TimeProvider clock) : IRequestHandler<AgreeActionPlan, AgreeActionPlanResult>
{
    internal const string TaskKind = "agree-action-plan";

    public async Task<AgreeActionPlanResult> Handle(AgreeActionPlan command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new AgreeActionPlanResult.Refused(completion);
        }

        var one = await desk.OfAsync(command.Service, task!.InstanceKey, cancellationToken);
        var actions = command.Actions.Select(x => new PlannedAction(x.What!.Trim(), x.Owner!.Trim(), x.By!.Value)).ToList();
        (one.Handling, one.Cause, one.Actions, one.HandledAt) = (Handling.Planned, command.Cause!.Trim(), CanonicalJson.Write(actions), clock.GetUtcNow());
        await desk.RecordAsync(one, "action-plan-agreed", $"An action plan is agreed, with {(actions.Count == 1 ? "one action" : $"{actions.Count} actions")}", new { actions = actions.Count, plan = CanonicalJson.Hash(one.Actions) }, cancellationToken,
            [new PersonalText("plan", caller.Actor.PersonId!.Value, $"{one.Cause}\n{one.Actions}")]);
        return new AgreeActionPlanResult.Agreed(one.Number, actions.Count);
    }
}

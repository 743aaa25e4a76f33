using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>One of the three parties agrees a minor variation, or declines it with a reason (R-116).</summary>
[KnownPerson]
public sealed record AgreeVariation(Guid CommandId, string Service, Guid TaskId, bool? Agrees, string? Reason) : ICommand<AgreeVariationResult>;

public abstract record AgreeVariationResult
{
    public sealed record Agreed : AgreeVariationResult;

    public sealed record Declined : AgreeVariationResult;

    public sealed record Refused(TaskCompletion Why) : AgreeVariationResult;
}

internal sealed class AgreeVariationValidator : AbstractValidator<AgreeVariation>
{
    public AgreeVariationValidator()
    {
        RuleFor(x => x.Agrees).NotNull().WithMessage("Select whether you agree the variation");
        RuleFor(x => x.Reason).Written("Enter why you decline").When(x => x.Agrees == false);
        RuleFor(x => x.Reason).AtMost(2_000, "The reason");
    }
}

internal sealed class AgreeVariationHandler(GovernanceDb db, TaskDesk tasks, Record record, Caller caller, TimeProvider clock) : IRequestHandler<AgreeVariation, AgreeVariationResult>
{
    internal const string TaskKind = "agree-variation";

    public async Task<AgreeVariationResult> Handle(AgreeVariation command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new AgreeVariationResult.Refused(refusal);
        }

        var (person, agrees) = (caller.Actor.PersonId!.Value, command.Agrees!.Value);
        var reason = TextRules.IsBlank(command.Reason) ? null : command.Reason.Trim();
        db.VariationAgreements.Add(new VariationAgreement
        {
            Service = task!.Service, Number = task.InstanceKey, Role = task.Role, PersonId = person, At = clock.GetUtcNow(), Agrees = agrees, Reason = reason,
        });
        await record.AddAsync(new Fact(agrees ? "variation-agreed" : "variation-declined", $"variation/{task.InstanceKey}", $"{(agrees ? "Agreed" : "Declined")} by the {VariationStory.Party(task.Role)}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, Capacity = task.Role, After = new { role = task.Role, agrees },
            Personal = reason is null ? [] : [new("reason", person, reason)],
        }, cancellationToken);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        return agrees ? new AgreeVariationResult.Agreed() : new AgreeVariationResult.Declined();
    }
}

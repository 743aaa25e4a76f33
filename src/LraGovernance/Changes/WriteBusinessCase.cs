using FluentValidation;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>The commissioner writes the business case of a change, or writes it again after the Board has asked for changes (004 6.4; R-122).</summary>
[KnownPerson]
public sealed record WriteBusinessCase(
    Guid CommandId, string Service, Guid TaskId, string? BusinessCase, string? Options, string? Communication, DateOnly? ReviewOn, bool? NeedsFormalDecision) : ICommand<WriteBusinessCaseResult>;

public abstract record WriteBusinessCaseResult
{
    public sealed record Submitted(string Number) : WriteBusinessCaseResult;

    public sealed record Refused(TaskCompletion Why) : WriteBusinessCaseResult;
}

internal sealed class WriteBusinessCaseValidator : AbstractValidator<WriteBusinessCase>
{
    public WriteBusinessCaseValidator(TimeProvider clock)
    {
        RuleFor(x => x.BusinessCase).Written("Enter what the change is for").AtMost(10_000, "The business case");
        RuleFor(x => x.Options).Written("Enter what else was considered").AtMost(10_000, "What else was considered");
        RuleFor(x => x.Communication).Written("Enter how people are told").AtMost(4_000, "How people are told");
        RuleFor(x => x.ReviewOn).NotNull().WithMessage("Enter when the change is to be looked at again");
        RuleFor(x => x.ReviewOn).Must(x => x > London.DateOf(clock.GetUtcNow())).When(x => x.ReviewOn is not null).WithMessage("The day of the review must be in the future");
        RuleFor(x => x.NeedsFormalDecision).NotNull().WithMessage("Select yes if somebody else has to take a formal decision");
    }
}

internal sealed class WriteBusinessCaseHandler(GovernanceDb db, ChangeDesk desk, TaskDesk tasks, Caller caller) : IRequestHandler<WriteBusinessCase, WriteBusinessCaseResult>
{
    internal const string TaskKind = "write-business-case";

    public async Task<WriteBusinessCaseResult> Handle(WriteBusinessCase command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new WriteBusinessCaseResult.Refused(refusal);
        }

        var change = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        var person = caller.Actor.PersonId!.Value;
        (change.BusinessCase, change.Options, change.Communication) = (command.BusinessCase!.Trim(), command.Options!.Trim(), command.Communication!.Trim());
        (change.ReviewOn, change.NeedsFormalDecision, change.State) = (command.ReviewOn, command.NeedsFormalDecision!.Value, ChangeState.Writing);
        await desk.RecordAsync(change, "business-case-written", "The business case is written", new { change.ReviewOn, change.NeedsFormalDecision }, cancellationToken,
            [new("businessCase", person, change.BusinessCase), new("options", person, change.Options), new("communication", person, change.Communication)]);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        return new WriteBusinessCaseResult.Submitted(change.Number);
    }
}

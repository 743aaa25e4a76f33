using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>The head of service says whether an exception that no figure measures is over, or goes to the Board.</summary>
[KnownPerson]
public sealed record ConfirmException(Guid CommandId, string Service, Guid TaskId, bool? IsOver, string? Text) : ICommand<ConfirmExceptionResult>;

public abstract record ConfirmExceptionResult
{
    public sealed record Recorded(bool IsOver) : ConfirmExceptionResult;

    public sealed record Refused(TaskCompletion Why) : ConfirmExceptionResult;
}

internal sealed class ConfirmExceptionValidator : AbstractValidator<ConfirmException>
{
    public ConfirmExceptionValidator()
    {
        RuleFor(x => x.IsOver).NotNull().WithMessage("Select whether it is over");
        RuleFor(x => x.Text).Written("Enter how you know").AtMost(2_000, "How you know");
    }
}

internal sealed class ConfirmExceptionHandler(GovernanceDb db, ExceptionDesk desk, TaskDesk tasks, Caller caller, TimeProvider clock) : IRequestHandler<ConfirmException, ConfirmExceptionResult>
{
    internal const string TaskKind = "confirm-exception";

    public async Task<ConfirmExceptionResult> Handle(ConfirmException command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var isOver = command.IsOver == true;
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, isOver ? "Over" : "Significant", cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new ConfirmExceptionResult.Refused(completion);
        }

        var one = await desk.OfAsync(command.Service, task!.InstanceKey, cancellationToken);
        if (isOver)
        {
            (one.State, one.ClosedAt, one.Outcome) = (ExceptionState.Closed, clock.GetUtcNow(), "Over");
        }
        else
        {
            (one.Handling, one.BoardDecision) = (Handling.Significant, null);
        }

        await desk.RecordAsync(one, isOver ? "exception-closed" : "exception-assessed", isOver ? "Closed: the head of service says that it is over" : "The head of service takes it to the Strategic Board", new { isOver }, cancellationToken,
            [new PersonalText("reason", caller.Actor.PersonId!.Value, command.Text!.Trim())]);
        return new ConfirmExceptionResult.Recorded(isOver);
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>The senior management team takes an exception up and says what it does with it: manages it, plans for it, or takes it to the Board.</summary>
[KnownPerson]
public sealed record AssessException(Guid CommandId, string Service, Guid TaskId, Handling? Handling, string? Text) : ICommand<AssessExceptionResult>;

public abstract record AssessExceptionResult
{
    public sealed record Recorded(string Number) : AssessExceptionResult;

    public sealed record Refused(TaskCompletion Why) : AssessExceptionResult;
}

internal sealed class AssessExceptionValidator : AbstractValidator<AssessException>
{
    public AssessExceptionValidator()
    {
        RuleFor(x => x.Handling).Must(x => x is Escalations.Handling.Managed or Escalations.Handling.Planned or Escalations.Handling.Significant).WithMessage("Select what you do with it");
        RuleFor(x => x.Text).Written("Enter how you see it").AtMost(4_000, "How you see it");
    }
}

internal sealed class AssessExceptionHandler(GovernanceDb db, ExceptionDesk desk, TaskDesk tasks, Caller caller, TimeProvider clock) : IRequestHandler<AssessException, AssessExceptionResult>
{
    internal const string TaskKind = "assess-exception";

    public async Task<AssessExceptionResult> Handle(AssessException command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, $"{command.Handling}", cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new AssessExceptionResult.Refused(completion);
        }

        var one = await desk.OfAsync(command.Service, task!.InstanceKey, cancellationToken);
        (one.Handling, one.HandlingText) = (command.Handling!.Value, command.Text!.Trim());
        one.HandledAt = command.Handling == Handling.Managed ? clock.GetUtcNow() : null;
        await desk.RecordAsync(one, "exception-assessed", ExceptionStory.Taken(one.Handling), new { handling = one.Handling }, cancellationToken,
            [new PersonalText("assessment", caller.Actor.PersonId!.Value, one.HandlingText)]);
        return new AssessExceptionResult.Recorded(one.Number);
    }
}

using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>Says that a task is done which nothing else completes: one that stands for a process not built yet, or is done piece by piece.</summary>
[KnownPerson]
public sealed record CompleteTask(Guid CommandId, string Service, Guid TaskId) : ICommand<CompleteTaskResult>;

public abstract record CompleteTaskResult
{
    public sealed record Completed : CompleteTaskResult;

    public sealed record Refused(TaskCompletion Why) : CompleteTaskResult;

    /// <summary>The task is done on a page of its own.</summary>
    public sealed record HasItsOwnPage : CompleteTaskResult;
}

internal sealed class CompleteTaskValidator : AbstractValidator<CompleteTask>
{
    public CompleteTaskValidator() => RuleFor(x => x.TaskId).NotEmpty();
}

internal sealed class CompleteTaskHandler(GovernanceDb db, TaskDesk desk) : IRequestHandler<CompleteTask, CompleteTaskResult>
{
    public async Task<CompleteTaskResult> Handle(CompleteTask request, CancellationToken cancellationToken)
    {
        if (await db.Tasks.AnyAsync(x => x.Id == request.TaskId && x.Kind != TickedOff.ByHand && x.Kind != TickedOff.BringInFigures, cancellationToken))
        {
            return new CompleteTaskResult.HasItsOwnPage();
        }

        var completion = await desk.CompleteAsync(request.TaskId, Running.Outcomes.Done, cancellationToken);
        return completion == TaskCompletion.Done ? new CompleteTaskResult.Completed() : new CompleteTaskResult.Refused(completion);
    }
}

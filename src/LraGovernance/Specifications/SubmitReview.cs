using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>A reviewer has finished with the draft, with or without comments.</summary>
[KnownPerson]
public sealed record SubmitReview(Guid CommandId, string Service, Guid TaskId) : ICommand<SubmitReviewResult>;

public abstract record SubmitReviewResult
{
    public sealed record Submitted(int Comments) : SubmitReviewResult;

    public sealed record Refused(TaskCompletion Why) : SubmitReviewResult;
}

internal sealed class SubmitReviewValidator : AbstractValidator<SubmitReview>
{
    public SubmitReviewValidator() => RuleFor(x => x.TaskId).NotEmpty();
}

internal sealed class SubmitReviewHandler(GovernanceDb db, TaskDesk tasks) : IRequestHandler<SubmitReview, SubmitReviewResult>
{
    internal const string TaskKind = "review-specification";

    public async Task<SubmitReviewResult> Handle(SubmitReview command, CancellationToken cancellationToken)
    {
        var known = await db.Tasks.AnyAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var completion = known ? await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken) : TaskCompletion.NotFound;
        return completion == TaskCompletion.Done
            ? new SubmitReviewResult.Submitted(await db.ReviewComments.CountAsync(x => x.TaskId == command.TaskId, cancellationToken))
            : new SubmitReviewResult.Refused(completion);
    }
}

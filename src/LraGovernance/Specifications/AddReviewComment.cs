using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>A reviewer's comment on the submitted draft, on one clause or on the whole (R-022, R-032).</summary>
[KnownPerson]
public sealed record AddReviewComment(Guid CommandId, string Service, Guid TaskId, string? ClauseId, string Text) : ICommand<AddReviewCommentResult>;

public abstract record AddReviewCommentResult
{
    public sealed record Added : AddReviewCommentResult;

    public sealed record Refused(TaskCompletion Why) : AddReviewCommentResult;
}

internal sealed class AddReviewCommentValidator : AbstractValidator<AddReviewComment>
{
    public AddReviewCommentValidator() =>
        RuleFor(x => x.Text).Written("Enter your comment")
            .AtMost(4_000, "Your comment");
}

internal sealed class AddReviewCommentHandler(
    GovernanceDb db, TaskDesk tasks, SpecificationFile file, Record record, Caller caller, Randomness randomness, TimeProvider clock)
    : IRequestHandler<AddReviewComment, AddReviewCommentResult>
{
    public async Task<AddReviewCommentResult> Handle(AddReviewComment command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == SubmitReviewHandler.TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new AddReviewCommentResult.Refused(refusal);
        }

        var specification = await file.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        if (command.ClauseId is not null && await db.DraftClauses.FindAsync([specification.Id, command.ClauseId], cancellationToken) is null)
        {
            return new AddReviewCommentResult.Refused(TaskCompletion.NotFound);
        }

        var role = await db.Roles.AsNoTracking().SingleAsync(x => x.Service == task.Service && x.Key == task.Role, cancellationToken);
        var comment = new ReviewComment
        {
            Id = randomness.Id("review-comment", command.CommandId.ToString()), SpecificationId = specification.Id, Revision = specification.Revision,
            TaskId = task.Id, PersonId = caller.Actor.PersonId!.Value, RoleTitle = role.Title, ClauseId = command.ClauseId, Text = command.Text.Trim(), At = clock.GetUtcNow(),
        };
        db.ReviewComments.Add(comment);
        await record.AddAsync(new Fact("review-comment-added", $"specification/{specification.Id}", $"{role.Title} comments on {command.ClauseId ?? "the whole draft"}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { comment = comment.Id, clause = command.ClauseId, revision = specification.Revision },
            Personal = [new("comment", comment.PersonId, comment.Text)],
        }, cancellationToken);
        return new AddReviewCommentResult.Added();
    }
}

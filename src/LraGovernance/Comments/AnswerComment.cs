using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Comments;

/// <summary>The commissioner says what became of a comment: it changed the text, or why not (clause 1.4; R-028). Said again, the last word stands.</summary>
[Roles("commissioner")]
public sealed record AnswerComment(Guid CommandId, string Service, Guid CommentId, CommentOutcome? Outcome, string? Reason) : ICommand<AnswerCommentResult>;

public abstract record AnswerCommentResult
{
    public sealed record Answered : AnswerCommentResult;

    public sealed record NotFound : AnswerCommentResult;
}

internal sealed class AnswerCommentValidator : AbstractValidator<AnswerComment>
{
    public AnswerCommentValidator()
    {
        RuleFor(x => x.Outcome).NotNull().WithMessage("Select whether it changed the text");
        RuleFor(x => x.Reason).Written("Enter what it changed, or why it changed nothing").AtMost(1_000, "What it changed, or why not");
    }
}

internal sealed class AnswerCommentHandler(GovernanceDb db, Record record, Caller caller, TimeProvider clock) : IRequestHandler<AnswerComment, AnswerCommentResult>
{
    public async Task<AnswerCommentResult> Handle(AnswerComment command, CancellationToken cancellationToken)
    {
        if (await db.PublicComments.FindAsync([command.CommentId], cancellationToken) is not { } comment || comment.Service != command.Service)
        {
            return new AnswerCommentResult.NotFound();
        }

        var before = comment.Outcome;
        (comment.Outcome, comment.Reason, comment.AnsweredAt, comment.AnsweredById) = (command.Outcome!.Value, command.Reason!.Trim(), clock.GetUtcNow(), caller.Actor.PersonId);
        await record.AddAsync(new Fact("comment-answered", $"comment/{comment.Id}", $"A comment on {(comment.ClauseId is { } clause ? $"clause {clause}" : "the whole")}: {comment.Outcome}")
        {
            Before = new { outcome = before }, After = new { outcome = comment.Outcome }, Personal = [new("reason", caller.Actor.PersonId!.Value, comment.Reason)],
        }, cancellationToken);
        return new AnswerCommentResult.Answered();
    }
}

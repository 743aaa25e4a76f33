using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Comments;

/// <summary>Anybody says of the public specification whether it matches what they find (004 2.3; R-027). It goes to the commissioner and is not published.</summary>
[Anyone("customers are asked whether the specification matches what they find (004 2.3)")]
public sealed record SendComment(Guid CommandId, string Service, string? ClauseId, string? Text) : ICommand<SendCommentResult>;

public abstract record SendCommentResult
{
    public sealed record Sent : SendCommentResult;

    /// <summary>Nothing is public to comment on.</summary>
    public sealed record NothingPublished : SendCommentResult;

    /// <summary>So many came today that more are not taken: somebody lets a machine write.</summary>
    public sealed record TooMany : SendCommentResult;
}

internal sealed class SendCommentValidator : AbstractValidator<SendComment>
{
    internal const int Longest = 2_000;

    public SendCommentValidator() => RuleFor(x => x.Text).Written("Enter your comment").AtMost(Longest, "Your comment");
}

internal sealed class SendCommentHandler(GovernanceDb db, SpecificationVersions versions, Record record, Randomness randomness, TimeProvider clock) : IRequestHandler<SendComment, SendCommentResult>
{
    private const int MostInADay = 500;

    public async Task<SendCommentResult> Handle(SendComment command, CancellationToken cancellationToken)
    {
        var published = await db.Specifications.AsNoTracking().Where(x => x.Service == command.Service && (x.State == SpecificationState.InForce || x.State == SpecificationState.Published))
            .ToListAsync(cancellationToken);
        // The one that the public page shows: what is in force, and before the first one what is published.
        if (published.MinBy(x => x.State != SpecificationState.InForce) is not { } current)
        {
            return new SendCommentResult.NothingPublished();
        }

        var now = clock.GetUtcNow();
        if (await db.PublicComments.CountAsync(x => x.Service == command.Service && x.At > now.AddDays(-1), cancellationToken) >= MostInADay)
        {
            return new SendCommentResult.TooMany();
        }

        var document = await versions.TextAsync(current, cancellationToken);
        var comment = new PublicComment
        {
            Id = randomness.Id("public-comment", command.CommandId.ToString()), Service = command.Service, Version = SpecificationFile.VersionName(current),
            ClauseId = document.Clauses.Any(x => x.Id == command.ClauseId) ? command.ClauseId : null, Text = command.Text!.ReplaceLineEndings("\n").Trim(), At = now,
        };
        db.PublicComments.Add(comment);
        await record.AddAsync(new Fact("comment-received", $"comment/{comment.Id}", $"A comment on {(comment.ClauseId is { } clause ? $"clause {clause}" : "the whole")} of version {comment.Version}")
        {
            After = new { comment.Version, clause = comment.ClauseId },
        }, cancellationToken);
        return new SendCommentResult.Sent();
    }
}

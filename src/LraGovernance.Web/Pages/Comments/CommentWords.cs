using LraGovernance.Comments;

namespace LraGovernance.Web.Pages.Comments;

internal static class CommentWords
{
    public static string About(PublicComment comment) =>
        $"{(comment.ClauseId is { } clause ? $"clause {clause}" : "the whole specification")}, {(comment.Version.Contains('.', StringComparison.Ordinal) ? "version" : "the text for")} {comment.Version}";

    public static string Of(CommentOutcome? outcome) => outcome switch
    {
        CommentOutcome.Changed => "Changed the text",
        CommentOutcome.NotChanged => "Changed nothing",
        _ => "Not answered yet",
    };
}

namespace LraGovernance.Comments;

/// <summary>What became of a comment in the next text (clause 1.4).</summary>
public enum CommentOutcome { Changed, NotChanged }

/// <summary>What somebody outside says of the specification, without their name (004 2.3; ). Its words stand here and never in the record's chain.</summary>
public sealed class PublicComment
{
    public Guid Id { get; init; }
    public required string Service { get; init; }

    /// <summary>The version that was read.</summary>
    public required string Version { get; init; }

    /// <summary>The clause it is about; null where it is about the whole.</summary>
    public string? ClauseId { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Null until the commissioner has said what became of it.</summary>
    public CommentOutcome? Outcome { get; set; }
    public string? Reason { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public Guid? AnsweredById { get; set; }
}

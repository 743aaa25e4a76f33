namespace LraGovernance.Meetings;

public sealed class Meeting
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string BodyKey { get; init; }
    public required string BodyName { get; init; }
    public DateOnly Date { get; init; }
    public List<Paper> Papers { get; init; } = [];
}

/// <summary>A paper put to a meeting; its attachment is named by content hash.</summary>
public sealed class Paper
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }
    public required string Title { get; init; }
    public required string Authors { get; init; }
    public required string Classification { get; init; }
    public required string Division { get; init; }
    public required string PastPathway { get; init; }
    public required string FuturePathway { get; init; }
    public required string[] Recommendations { get; init; }
    public required string AttachmentKind { get; init; }
    public required string AttachmentKey { get; init; }
    public required string AttachmentHash { get; init; }
    public Guid InstanceId { get; init; }
}

/// <summary>What the meeting did with a paper, as the clerk recorded it.</summary>
public sealed class Minute
{
    public Guid Id { get; init; }
    public Guid PaperId { get; init; }
    public required string Reference { get; init; }
    public bool Endorsed { get; init; }

    /// <summary>What it did with each recommendation, in their order .</summary>
    public required bool[] Agreed { get; init; }
    public required string Comments { get; init; }
    public required string Attendance { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}

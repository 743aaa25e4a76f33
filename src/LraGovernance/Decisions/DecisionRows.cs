using LraGovernance.Bodies;
using LraGovernance.Running;

namespace LraGovernance.Decisions;

public enum RequestState { Open, Decided, Expired, Inquorate, Withdrawn, Superseded }

/// <summary>A body is asked to choose between options about one document, identified by its content hash.</summary>
public sealed class DecisionRequest
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string Process { get; init; }
    public required string InstanceKey { get; init; }
    public Guid InstanceId { get; init; }
    public required string BookmarkId { get; init; }
    public required string BodyKey { get; init; }
    public required string BodyName { get; init; }
    public required string Title { get; init; }

    /// <summary>The period or case in words, as it was called when the request was opened.</summary>
    public string? About { get; init; }

    /// <summary>The title, and what it is about.</summary>
    public string FullTitle => InstanceNames.Line(Title, About);

    /// <summary>Which feature holds the document, and which of its documents: <c>specification</c>, an id, a hash.</summary>
    public required string PaperKind { get; init; }
    public required string PaperKey { get; init; }
    public required string DocumentHash { get; init; }

    /// <summary>Option names in the definition's order; the first is the one that says yes.</summary>
    public required string[] Options { get; init; }
    public Rule Rule { get; init; }
    public int Quorum { get; init; }
    public string? ChairSeat { get; init; }
    public bool CastingVote { get; init; }
    public RequestState State { get; set; }
    public string? Outcome { get; set; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last safe moment: after it the request expires.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBecause { get; set; }
    public List<Invitation> Invitations { get; init; } = [];

    /// <summary>Those that count, in the order of the seats: one of a seat that has passed on to a successor does not.</summary>
    public IEnumerable<Invitation> Standing() => Invitations.Where(x => x.PassedOnAt is null).OrderBy(x => x.Position);
    public long RowVersion { get; set; }
}

/// <summary>One seat's part in a request: who is asked, on whose behalf, in which capacity.</summary>
public sealed class Invitation
{
    public Guid Id { get; init; }
    public Guid RequestId { get; init; }
    public required string SeatKey { get; init; }
    public int Position { get; init; }
    public required string RoleTitle { get; init; }
    public required string Capacity { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The member for whom a deputy answers.</summary>
    public Guid? OnBehalfOfId { get; init; }

    /// <summary>A declared interest takes the seat out of the electorate.</summary>
    public bool Interested { get; set; }

    /// <summary>The term of whoever was asked was over without an answer, and the successor is asked instead.</summary>
    public DateTimeOffset? PassedOnAt { get; set; }

    /// <summary>When the last mail with a link went out; a decision within seconds of it is flagged.</summary>
    public DateTimeOffset? LastSentAt { get; set; }
}

/// <summary>An answer; a later one of the same seat supersedes it, and both stand on the record.</summary>
public sealed class Answer
{
    public Guid Id { get; init; }
    public Guid RequestId { get; init; }
    public Guid InvitationId { get; init; }
    public required string Option { get; init; }
    public string? Reason { get; init; }
    public required string NameTyped { get; init; }
    public required string DocumentHash { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Assurance { get; init; }
    public required string Through { get; init; }

    /// <summary>The answer came within seconds of the mail: a program may have given it.</summary>
    public bool Hasty { get; init; }
    public DateTimeOffset? SupersededAt { get; set; }
}

/// <summary>An interest that a member declares in the matter.</summary>
public sealed class Interest
{
    public Guid Id { get; init; }
    public Guid RequestId { get; init; }
    public Guid InvitationId { get; init; }
    public required string Nature { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A member's question; the answer is shown to all who are asked, and nothing is redrafted.</summary>
public sealed class Question
{
    public Guid Id { get; init; }
    public Guid RequestId { get; init; }
    public Guid InvitationId { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid TaskId { get; init; }
    public string? Answer { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
}

using LraGovernance.Running;

namespace LraGovernance.Tasks;

public enum TaskState { Open, Done, Withdrawn }

/// <summary>Work asked of people in a role by a step of a process.</summary>
public sealed class WorkTask
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string Process { get; init; }
    public required string InstanceKey { get; init; }
    public Guid? InstanceId { get; init; }
    public string? BookmarkId { get; init; }

    /// <summary>What is to be done, as the page that does it is called: <c>draft-specification</c>.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>The period or case in words, as it was called when the task was opened; null where the title says it.</summary>
    public string? About { get; init; }

    /// <summary>The title, and what it is about.</summary>
    public string FullTitle => InstanceNames.Line(Title, About);
    public string? Guidance { get; init; }
    public required string Role { get; init; }

    /// <summary>Every person asked must answer; else the first answer is enough.</summary>
    public bool All { get; init; }
    public string? Subject { get; init; }
    public TaskState State { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The last day on which it can be done so that what is ahead is kept; null where no fixed day lies ahead.</summary>
    public DateOnly? LastSafeDay { get; init; }

    /// <summary>What is ahead, in words, and its day.</summary>
    public string? SafeFor { get; init; }
    public DateOnly? SafeForDay { get; init; }
    public bool Late { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ClosedBecause { get; set; }
    public List<TaskAssignee> Assignees { get; init; } = [];
    public long RowVersion { get; set; }
}

public sealed class TaskAssignee
{
    public Guid TaskId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
    public string? Outcome { get; set; }
}

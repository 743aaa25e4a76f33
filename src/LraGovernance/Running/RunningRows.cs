namespace LraGovernance.Running;

/// <summary>A definition as it was when its first instance started; running instances never see another text.</summary>
public sealed class PinnedDefinition
{
    public required string DefinitionId { get; init; }
    public int Version { get; init; }
    public required string Hash { get; init; }
    public required string Json { get; init; }
    public DateTimeOffset PinnedAt { get; init; }
}

public enum InstanceStatus { Waiting, Held, Finished, Cancelled }

/// <summary>One running process of a service for a period or case. Held: a step faulted, and staff must retry it.</summary>
public sealed class WorkflowInstance
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string DefinitionId { get; init; }
    public int Version { get; set; }
    public required string Key { get; init; }

    /// <summary>The financial year whose calendar its named dates come from: its own where the key is one, that of the month or of the day it began elsewhere.</summary>
    public required string FinancialYear { get; init; }

    /// <summary>The process whose step started this one, or null.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Where the parent waits for the end of this one; null when it does not, or has been told.</summary>
    public string? ParentBookmarkId { get; set; }

    /// <summary>What the process says it belongs to, for events; a copy of what stands in its state.</summary>
    public string? CorrelationId { get; set; }

    public InstanceStatus Status { get; set; }
    public string? State { get; set; }
    public long JournalLength { get; set; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public long RowVersion { get; set; }
}

/// <summary>What an instance waits for; a copy of what stands in its state, so that it can be searched.</summary>
public sealed class WaitingBookmark
{
    public Guid InstanceId { get; init; }
    public required string BookmarkId { get; init; }
    public required string ActivityId { get; set; }
    public required string Name { get; init; }

    /// <summary>The event waited for, where it is one.</summary>
    public string? EventName { get; init; }

    public DateTimeOffset Since { get; init; }
}

public sealed class JournalRow
{
    public Guid InstanceId { get; init; }
    public long Sequence { get; init; }
    public required string ActivityId { get; init; }
    public required string ActivityType { get; init; }
    public required string Event { get; init; }
    public string? Outcome { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>A stimulus that could not be carried through: kept, in order, until the incident is retried.</summary>
public sealed class HeldStimulus
{
    public Guid InstanceId { get; init; }
    public int Ordinal { get; init; }
    public required string Stimulus { get; init; }
    public Guid? CausedBy { get; init; }
}

public sealed class IncidentRow
{
    public Guid Id { get; init; }
    public Guid InstanceId { get; init; }
    public required string ActivityId { get; init; }
    public required string Message { get; init; }
    public string? Exception { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? RetriedAt { get; set; }
}

/// <summary>
/// Something to be done at a time: a schedule's occurrence, a timer, a reminder, a deadline, a mail. The only place where
/// due times stand; performed in the order due, kind, key.
/// </summary>
public sealed class AgendaItem
{
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string Service { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public string? Data { get; set; }
}

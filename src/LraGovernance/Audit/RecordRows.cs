namespace LraGovernance.Audit;

/// <summary>Where a service's chain stands. Its row is the lock that puts a service's commands in order.</summary>
public sealed class RecordHead
{
    public required string Service { get; init; }
    public long Sequence { get; set; }
    public required string Hash { get; set; }
}

/// <summary>
/// One fact in a service's chain. <see cref="Body"/> is the canonical JSON that is hashed with the hash before it; the
/// other columns repeat parts of it for searching, and verification compares them.
/// </summary>
public sealed class RecordEntry
{
    public required string Service { get; init; }
    public long Sequence { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Event { get; init; }
    public required string Subject { get; init; }
    public string? Process { get; init; }
    public string? InstanceKey { get; init; }
    public required string Body { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}

/// <summary>A name, an address or free text about people that an entry commits to without holding it.</summary>
public sealed class RecordPersonalText
{
    public required string Service { get; init; }
    public long Sequence { get; init; }
    public required string Name { get; init; }
    public Guid PersonId { get; init; }
    public required string Text { get; set; }
}

/// <summary>The salt of a person's commitments. Erasing it with the texts leaves the chain verifiable and the person forgotten.</summary>
public sealed class PersonSalt
{
    public Guid PersonId { get; init; }
    public required byte[] Salt { get; init; }
}

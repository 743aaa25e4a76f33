namespace LraGovernance.People;

/// <summary>Somebody who can be asked. Name and address stand here and beside the record, never in its chain.</summary>
public sealed class Person
{
    public Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Email { get; set; }
}

public sealed class Role
{
    public required string Service { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>Which side of the table the role sits on: council, service, committee or board .</summary>
    public required string Side { get; init; }
}

/// <summary>A person holds a role from a day to a day, both included.</summary>
public sealed class RoleHolding
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string RoleKey { get; init; }
    public Guid PersonId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>Which part of the role: a support service, a function of the plan; null for all of it.</summary>
    public string? Scope { get; init; }
}

/// <summary>A deputy answers for a person on one body from a day to a day; both names go on the record.</summary>
public sealed class Deputy
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string BodyKey { get; init; }
    public Guid ForPersonId { get; init; }
    public Guid DeputyPersonId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }
}

namespace LraGovernance.Bodies;

/// <summary>How answers become a body's decision. The papers give no rule: it is a recorded choice of the pack.</summary>
public enum Rule
{
    /// <summary>Everybody in the electorate chooses the first option; the first other answer decides.</summary>
    Unanimous,

    /// <summary>More than half of the electorate choose the same option.</summary>
    Majority,

    /// <summary>The first answer decides.</summary>
    Any,

    /// <summary>When all have answered, the most chosen option; a tie goes to the casting vote.</summary>
    Plurality,
}

/// <summary>A board or committee with seats held by roles.</summary>
public sealed class Body
{
    public required string Service { get; init; }
    public required string Key { get; init; }
    public required string Name { get; init; }
    public Rule Rule { get; init; }

    /// <summary>Seats that must be able to answer for a decision to stand.</summary>
    public int Quorum { get; init; }
    public string? ChairSeat { get; init; }
    public bool CastingVote { get; init; }
    public required string Source { get; init; }
    public List<Seat> Seats { get; init; } = [];
}

public sealed class Seat
{
    public required string Service { get; init; }
    public required string BodyKey { get; init; }
    public required string Key { get; init; }
    public int Position { get; init; }
    public required string RoleKey { get; init; }

    /// <summary>Which of the role's holders sits here, from 0, where a role has several seats.</summary>
    public int Place { get; init; }

    /// <summary>What the holder acts as on this body, such as commissioner .</summary>
    public required string Capacity { get; init; }
}

namespace LraGovernance.Changes;

public enum ChangeState { Writing, WithBoard, WithTaker, Agreeing, InForce, Closed }

/// <summary>A change that is not minor, from its business case to the version that it becomes (004 6.4; clause 20.3).</summary>
public sealed class ChangeCase
{
    public required string Service { get; init; }

    /// <summary>Such as CH-2016-17-001; the key of its process.</summary>
    public required string Number { get; init; }
    public required string FinancialYear { get; init; }

    /// <summary>The variation that moved up, which has the proposal.</summary>
    public required string Variation { get; init; }
    public required string Title { get; init; }
    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>What it is for, and why now.</summary>
    public string BusinessCase { get; set; } = "";

    /// <summary>What else was considered, and why it is not proposed.</summary>
    public string Options { get; set; } = "";

    /// <summary>How staff and customers are told and carried along.</summary>
    public string Communication { get; set; } = "";

    /// <summary>When it is to be looked at again.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>The Board's agreement is not enough: somebody else in the council has to take the decision.</summary>
    public bool NeedsFormalDecision { get; set; }

    /// <summary>What it does to the money, as the finance partner sees it.</summary>
    public string? Finance { get; set; }
    public ChangeState State { get; set; }
    public string? PaperHash { get; set; }
    public string? Outcome { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ProducedVersion { get; set; }
    public DateOnly? InForceFrom { get; set; }
    public long RowVersion { get; set; }
}

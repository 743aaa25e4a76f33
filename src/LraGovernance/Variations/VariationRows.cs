namespace LraGovernance.Variations;

/// <summary>Which side of the agreement raises a variation or answers for it.</summary>
public enum Side { Council, Service }

public enum VariationState { ToBeCompleted, Assessing, Agreeing, Applied, MovedUp, Declined, Overtaken }

/// <summary>How a change is classed. The yearly refresh has a process of its own and is never a variation.</summary>
public enum ChangeClass { Minor, Substantive, Fundamental }

/// <summary>A change in the year to the specification in force, with all that became of it .</summary>
public sealed class Variation
{
    public required string Service { get; init; }

    /// <summary>Such as VA-2016-17-001; the key of its process.</summary>
    public required string Number { get; init; }
    public required string FinancialYear { get; init; }
    public required string Title { get; set; }
    public Side RaisedBy { get; init; }
    public Guid? RaisedById { get; set; }
    public DateTimeOffset RaisedAt { get; init; }
    public required string Why { get; set; }

    /// <summary>What it does to people, performance and cost, as whoever raises it sees it.</summary>
    public required string Impact { get; set; }

    /// <summary>A <see cref="VariationProposal"/>, against the version it names.</summary>
    public required string Proposal { get; set; }
    public required string BasedOnVersion { get; set; }
    public required string BasedOnHash { get; set; }

    /// <summary>The exception whose decision asked for it, or null.</summary>
    public string? Exception { get; init; }
    public VariationState State { get; set; }
    public ChangeClass? Class { get; set; }
    public DateTimeOffset? MovedUpAt { get; set; }
    public string? MovedUpBecause { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? ProducedVersion { get; set; }
    public Guid? ProducedSpecificationId { get; set; }
    public DateOnly? InForceFrom { get; set; }
    public long RowVersion { get; set; }
}

/// <summary>What one side answers to the three tests and, apart from them, to Q-04: substantive, and fundamental.</summary>
public sealed class VariationAssessment
{
    public required string Service { get; init; }
    public required string Number { get; init; }
    public Side Side { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public bool AltersObjective { get; init; }
    public required string ObjectiveReason { get; init; }

    /// <summary>The clauses with objectives that it alters, parted by commas.</summary>
    public required string Objectives { get; init; }
    public bool ContravenesPolicy { get; init; }
    public required string PolicyReason { get; init; }
    public bool AffectsBudget { get; init; }
    public required string BudgetReason { get; init; }
    public bool Substantive { get; init; }
    public bool Fundamental { get; init; }

    /// <summary>The screening question: could it treat people with a protected characteristic less well?</summary>
    public bool EqualityRelevant { get; init; }
}

/// <summary>Yes or no of one of the three who agree a minor variation .</summary>
public sealed class VariationAgreement
{
    public required string Service { get; init; }
    public required string Number { get; init; }
    public required string Role { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public bool Agrees { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A section that an applied minor variation touched: what drift is counted from.</summary>
public sealed class VariationSection
{
    public required string Service { get; init; }
    public required string Number { get; init; }
    public required string Section { get; init; }
}

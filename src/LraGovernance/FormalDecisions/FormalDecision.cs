namespace LraGovernance.FormalDecisions;

/// <summary>Who may take a formal decision in the council.</summary>
public enum DecisionTaker { CabinetMember, Cabinet, CountyCouncil, Officer }

/// <summary>A decision that is taken elsewhere in the council: asked for by a process, recorded by the committee clerk (design section 5).</summary>
public sealed class FormalDecision
{
    public required string Service { get; init; }

    /// <summary>The task that asks the clerk for it.</summary>
    public Guid TaskId { get; init; }
    public required string Process { get; init; }
    public required string InstanceKey { get; init; }
    public required string Title { get; init; }
    public required string PaperKind { get; init; }
    public required string PaperKey { get; init; }
    public required string PaperHash { get; init; }

    /// <summary>The day on which notice of it was given; a key decision is not taken before the notice is over.</summary>
    public DateOnly NoticeFrom { get; init; }
    public DecisionTaker? Taker { get; set; }
    public bool? IsKey { get; set; }
    public bool? Agreed { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? Reference { get; set; }
    public string? Reasons { get; set; }

    /// <summary>What else was considered and rejected.</summary>
    public string? OptionsRejected { get; set; }

    /// <summary>Interests that were declared; "None" where none was.</summary>
    public string? Interests { get; set; }

    /// <summary>The last day of the call-in period: until then it is not carried out.</summary>
    public DateOnly? CallInUntil { get; set; }
    public DateTimeOffset? RecordedAt { get; set; }
}

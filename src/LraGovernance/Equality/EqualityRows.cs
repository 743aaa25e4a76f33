using LraGovernance.Audit;

namespace LraGovernance.Equality;

/// <summary>How strong an effect on a group is.</summary>
public enum Effect { High, Medium, Low, None, Unknown }

/// <summary>What the screening comes to (003 EqIA 2.1 to 2.3).</summary>
public enum Judgement { ScreeningIsEnough, ActionNeeded, FullAssessmentNeeded }

/// <summary>One of the eight protected characteristics of the council's form.</summary>
public sealed record Characteristic(string Key, string Label);

/// <summary>What the screening says of one group.</summary>
public sealed record Screened(string Key, bool Differs, bool Promotes, Effect Positive, Effect Negative, string? Detail);

/// <summary>The full assessment (003 EqIA Part 2).</summary>
public sealed record FullAssessment(string Scope, string Data, string Engagement, string Judgement, string ActionPlan, string Monitoring);

/// <summary>The equality impact assessment of one case (003 EqIA; clause 20.4).</summary>
public sealed class EqualityAssessment
{
    public required string Service { get; init; }

    /// <summary>The variation or change that it is about; the key of its process.</summary>
    public required string CaseNumber { get; init; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>A list of <see cref="Screened"/>; null until it is screened.</summary>
    public string? Screening { get; set; }
    public string? Context { get; set; }
    public string? Consultation { get; set; }
    public Judgement? Judgement { get; set; }
    public string? Reasons { get; set; }

    /// <summary>A <see cref="FullAssessment"/>; null where none was needed or written.</summary>
    public string? Full { get; set; }
    public DateTimeOffset? SeniorSignedAt { get; set; }
    public DateTimeOffset? LeadSignedAt { get; set; }
    public string? ReturnedBecause { get; set; }

    public IReadOnlyList<Screened> Groups() => Screening is null ? [] : CanonicalJson.Read<List<Screened>>(Screening);

    public FullAssessment? Whole() => Full is null ? null : CanonicalJson.Read<FullAssessment>(Full);

    public bool IsSigned => SeniorSignedAt is not null && LeadSignedAt is not null;
}

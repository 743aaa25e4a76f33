using LraGovernance.Audit;

namespace LraGovernance.ServicePlans;

public enum PlanState { Drafting, Submitted, Returned, Accepted, InForce }

/// <summary>The service's answer to the specification of a financial year .</summary>
public sealed class ServicePlan
{
    public required string Service { get; init; }
    public required string FinancialYear { get; init; }
    public PlanState State { get; set; }

    /// <summary>Everything but the activities: a <see cref="PlanFrame"/>.</summary>
    public required string Frame { get; set; }
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>How often a text was frozen: each time it is submitted, and each time it is amended in force.</summary>
    public int Revision { get; set; }
    public string? Hash { get; set; }

    /// <summary>What the commissioner wants changed, where the last text was returned.</summary>
    public string? ReturnedBecause { get; set; }

    /// <summary>The version of the specification that it was accepted against.</summary>
    public string? AnswersVersion { get; set; }
    public DateTimeOffset? InForceSince { get; set; }
}

/// <summary>A text of the plan as it was submitted, accepted or amended, by its hash.</summary>
public sealed class PlanRevision
{
    public required string Service { get; init; }
    public required string FinancialYear { get; init; }
    public int Number { get; init; }
    public required string Hash { get; init; }

    /// <summary>A <see cref="PlanDocument"/>.</summary>
    public required string Json { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>One version of an activity. A change adds the next one; so does its removal. The last one stands.</summary>
public sealed class PlanActivity
{
    public required string Service { get; init; }
    public required string FinancialYear { get; init; }

    /// <summary>Such as A080; it stays the same from version to version.</summary>
    public required string Number { get; init; }
    public int Version { get; init; }

    /// <summary>An <see cref="ActivityContent"/>.</summary>
    public required string Content { get; init; }

    /// <summary>It is no part of the plan any more.</summary>
    public bool Removed { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>When the next version took its place; null for the one that stands.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>Why the plan in force was amended.</summary>
    public string? Reason { get; init; }

    internal ActivityContent Read() => CanonicalJson.Read<ActivityContent>(Content);
}

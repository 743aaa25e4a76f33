namespace LraGovernance.Performance;

/// <summary>One statement of a figure. A later one restates it; both stay, so that any day can be asked what was known then.</summary>
public sealed class IndicatorFigure
{
    public Guid Id { get; init; }
    public required string Service { get; init; }
    public required string Reference { get; init; }

    /// <summary>What it is about: 2016-06, 2016/17-Q1.</summary>
    public required string Period { get; init; }

    /// <summary>1 for the first statement of the period, 2 for the first restatement.</summary>
    public int Sequence { get; init; }
    public decimal Value { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid ById { get; init; }

    /// <summary>What the reporter says of the figure.</summary>
    public string? Comment { get; init; }

    /// <summary>Why it is restated; null for a first statement.</summary>
    public string? Reason { get; init; }

    /// <summary>From when on it is public: the review of its month, or at once for a restatement of what is public.</summary>
    public DateTimeOffset? PublicSince { get; set; }
}

public enum RoundState { Open, Evaluated, Published }

/// <summary>The figures of one month as they were asked for.</summary>
public sealed class KpiRound
{
    public required string Service { get; init; }
    public required string Month { get; init; }
    public RoundState State { get; set; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? EvaluatedAt { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
}

public enum AskedState { Due, Submitted, Missing }

/// <summary>A figure that a round asks for. One that does not come is missing, never zero.</summary>
public sealed class AskedFigure
{
    public required string Service { get; init; }
    public required string Month { get; init; }
    public required string Reference { get; init; }
    public required string Period { get; init; }

    /// <summary>Whose part of the service reports it.</summary>
    public required string Scope { get; init; }
    public AskedState State { get; set; }

    /// <summary>What the commissioner asks of the figure in the review, and the reporter's answer.</summary>
    public string? Question { get; set; }
    public string? Answer { get; set; }
}

/// <summary>A run of periods out of tolerance, as the evaluations know it.</summary>
public sealed class OutOfToleranceRun
{
    public required string Service { get; init; }
    public required string Reference { get; init; }

    /// <summary>The first period of the run when it was found.</summary>
    public required string First { get; init; }

    /// <summary>The run with its breaches, as JSON.</summary>
    public required string Run { get; set; }
    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The exception that stands for it.</summary>
    public string? Exception { get; set; }
}

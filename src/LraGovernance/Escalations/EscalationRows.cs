namespace LraGovernance.Escalations;

public enum ExceptionSource { Figures, MissingFigures, ByHand }

/// <summary>A risk may come, an issue has .</summary>
public enum Matter { Risk, Issue }

public enum Nature { Performance, Finance }

/// <summary>What the senior management team does with it.</summary>
public enum Handling { None, Managed, Planned, Significant }

public enum ExceptionState { WithSenior, Watched, WithBoard, Closed }

/// <summary>Something has left what the service may manage by itself, from being raised until it ends where its rule says.</summary>
public sealed class ExceptionCase
{
    public required string Service { get; init; }
    public required string Number { get; init; }
    public ExceptionSource Source { get; init; }
    public Matter Matter { get; init; }
    public Nature Nature { get; init; }
    public required string Title { get; init; }

    /// <summary>What has happened, with the figures of both sides.</summary>
    public required string What { get; set; }
    public string? Reference { get; init; }

    /// <summary>The first period of the run that it stands for.</summary>
    public string? First { get; init; }
    public string? Clause { get; init; }

    /// <summary>It goes, or went, straight to the Board.</summary>
    public bool StraightToBoard { get; set; }

    /// <summary>Working days after which it goes up where nothing has been agreed.</summary>
    public int UpAfterWorkingDays { get; init; }
    public ExceptionState State { get; set; }
    public DateTimeOffset RaisedAt { get; init; }
    public Guid? RaisedById { get; init; }
    public Handling Handling { get; set; }
    public string? HandlingText { get; set; }
    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>The action plan: cause, then what, who by role, by when.</summary>
    public string? Cause { get; set; }
    public string? Actions { get; set; }

    /// <summary>The Board's last decision on it.</summary>
    public string? BoardDecision { get; set; }
    public string? BoardReasons { get; set; }
    public DateTimeOffset? BoardDecidedAt { get; set; }
    public string? PaperHash { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string? Outcome { get; set; }
}

/// <summary>One action of an improvement plan .</summary>
public sealed record PlannedAction(string What, string Owner, DateOnly By);

namespace LraGovernance.Calendar;

/// <summary>A date that processes refer to by name, so that another council can move it.</summary>
public sealed class NamedDate
{
    public required string Service { get; init; }
    public required string FinancialYear { get; init; }
    public required string Key { get; init; }
    public DateOnly Date { get; init; }
    public required string Title { get; init; }
}

/// <summary>The weeks before an election, in which a council publishes and consults on nothing that could sway it; both days count.</summary>
public sealed class PreElectionPeriod
{
    public required string Service { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public required string Why { get; init; }
}

/// <summary>A bank holiday or a day on which the council is closed.</summary>
public sealed class NonWorkingDay
{
    public required string Service { get; init; }
    public DateOnly Date { get; init; }
    public required string Why { get; init; }
}

namespace LraGovernance.Engine.Execution;

/// <summary>A fault of an instance.</summary>
/// <param name="ActivityId">The activity that failed.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="Path">Its JSON path in the definition.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Exception">The exception's type, where there was one other than the engine's own.</param>
/// <param name="At">When.</param>
/// <param name="Details">How it is sorted, for a fault that the definition raises itself; else null.</param>
public sealed record Incident(
    string ActivityId, string ActivityType, string Path, string Message, string? Exception, DateTimeOffset At, FaultDetails? Details = null);

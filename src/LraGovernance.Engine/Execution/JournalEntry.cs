namespace LraGovernance.Engine.Execution;

/// <summary>One thing that happened to one activity. The journal is handed out burst by burst and is not part of the state.</summary>
/// <param name="Sequence">Counts up from 1 through the life of the instance, without gaps.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="Event">One of <see cref="JournalEvents"/>.</param>
/// <param name="Outcome">For Completed: the outcomes, joined by a comma and a space; empty for an activity that ends its container.
/// For Faulted: the message. Else null.</param>
/// <param name="At">The burst's time.</param>
public sealed record JournalEntry(int Sequence, string ActivityId, string ActivityType, string Event, string? Outcome, DateTimeOffset At);

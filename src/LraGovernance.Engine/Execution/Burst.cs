namespace LraGovernance.Engine.Execution;

/// <summary>What one stimulus did.</summary>
/// <param name="State">The new state; the very state passed in when there was a miss.</param>
/// <param name="Effects">What the host has to do, in order. After a fault: up to it.</param>
/// <param name="Journal">What happened, in order.</param>
/// <param name="Miss">Set when the stimulus met nothing; else null.</param>
public sealed record Burst(WorkflowState State, IReadOnlyList<Effect> Effects, IReadOnlyList<JournalEntry> Journal, ResumeMiss? Miss = null);

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>A child queued and not begun; only a faulted instance has some.</summary>
internal sealed record QueuedData(int Owner, string Node);

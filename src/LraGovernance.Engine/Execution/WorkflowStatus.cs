namespace LraGovernance.Engine.Execution;

/// <summary>How an instance stands.</summary>
public enum WorkflowStatus
{
    /// <summary>In a burst; no state between bursts has it.</summary>
    Running,

    /// <summary>Waiting for at least one bookmark; or, where the definition goes on after faults, held up by an activity that failed.</summary>
    Suspended,

    /// <summary>Done.</summary>
    Finished,

    /// <summary>Stopped by a fault. What had not run yet is kept; running goes on from the state before the faulty burst.</summary>
    Faulted,

    /// <summary>Called off from outside.</summary>
    Cancelled,
}

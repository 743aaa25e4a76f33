namespace LraGovernance.Engine.Execution;

/// <summary>What a journal entry can say.</summary>
public static class JournalEvents
{
    /// <summary>The activity began to run.</summary>
    public const string Started = "Started";

    /// <summary>It completed.</summary>
    public const string Completed = "Completed";

    /// <summary>It waits at a bookmark.</summary>
    public const string Waiting = "Waiting";

    /// <summary>It was withdrawn before it completed.</summary>
    public const string Cancelled = "Cancelled";

    /// <summary>It failed, which stopped the burst.</summary>
    public const string Faulted = "Faulted";
}

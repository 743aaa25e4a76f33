namespace LraGovernance.Engine.Execution.Flow;

/// <summary>A flowchart's counts as saved: for each activity its claims, then the packed marks of its outbound connections in the order of the file.</summary>
internal sealed record FlowRunData(string Start, Dictionary<string, int[]> Counts)
{
    /// <summary>A fault in leaving an activity: the flowchart never completes.</summary>
    public bool IsStuck { get; init; }
}

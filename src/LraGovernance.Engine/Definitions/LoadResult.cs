namespace LraGovernance.Engine.Definitions;

/// <summary>What came of reading a definition file: a definition, or every fault of the file at once.</summary>
public abstract record LoadResult
{
    private LoadResult() { }

    /// <summary>The file is sound.</summary>
    public sealed record Loaded(WorkflowDefinition Definition) : LoadResult;

    /// <summary>The file is refused; there is at least one fault, in the order of the file.</summary>
    public sealed record Refused(IReadOnlyList<LoadFault> Faults) : LoadResult;
}

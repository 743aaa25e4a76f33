using LraGovernance.Engine.Execution.Flow;

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>What containers keep in a saved state; each type uses its own part.</summary>
internal sealed record ContainerData
{
    public FlowRunData? Flow { get; init; }
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution.Flow;

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>What containers keep in a saved state; each type uses its own part.</summary>
internal sealed record ContainerData
{
    public FlowRunData? Flow { get; init; }

    /// <summary>The place of the next child of a sequence, or of the next item of a loop.</summary>
    public int Next { get; init; }

    /// <summary>The items that a loop goes over.</summary>
    public JsonNode?[]? Items { get; init; }
}

using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Execution.Saving;

internal sealed record FrameData
{
    public required int Id { get; init; }

    public required string Node { get; init; }

    public int Parent { get; init; }

    public Dictionary<string, JsonNode?>? Variables { get; init; }

    /// <summary>What the loop around gave to this pass.</summary>
    public JsonNode?[]? Given { get; init; }

    public ContainerData? Own { get; init; }

    public Bookmark? Bookmark { get; init; }
}

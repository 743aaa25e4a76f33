using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>A state as saved. A change of shape or meaning takes a new format number.</summary>
internal sealed record StateData
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string Definition { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Version { get; init; }

    public required WorkflowStatus Status { get; init; }

    public string? Name { get; init; }

    public string? CorrelationId { get; init; }

    public int LastJournal { get; init; }

    public int LastFrame { get; init; }

    public int LastBookmark { get; init; }

    public Dictionary<string, JsonNode?>? Inputs { get; init; }

    public Dictionary<string, JsonNode?>? Outputs { get; init; }

    public Dictionary<string, JsonNode?>? Variables { get; init; }

    /// <summary>The activities under way, in the order they started, so parents first.</summary>
    public IReadOnlyList<FrameData>? Frames { get; init; }

    public IReadOnlyList<QueuedData>? Queue { get; init; }

    public IReadOnlyList<Incident>? Incidents { get; init; }
}

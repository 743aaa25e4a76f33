using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>A child queued and not begun: only a faulted instance has some, and one whose burst was stopped by a call.</summary>
internal sealed record QueuedData(int Owner, string Node)
{
    public JsonNode?[]? Given { get; init; }
}

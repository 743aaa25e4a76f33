using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Execution;

/// <summary>A child that a container has queued. Its frame is made when the item is taken.</summary>
/// <param name="Owner">The container; null for the root.</param>
/// <param name="Place">The child's place in it.</param>
/// <param name="Given">The values a loop gives to this pass, or null.</param>
internal sealed record WorkItem(Frame? Owner, int Place, JsonNode?[]? Given);

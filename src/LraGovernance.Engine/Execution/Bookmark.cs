using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Execution;

/// <summary>A place where an instance waits.</summary>
/// <param name="Id">Unique in the instance and never used again: <c>b1</c>, <c>b2</c>, ... in the order they were made.</param>
/// <param name="ActivityId">The waiting activity.</param>
/// <param name="Name">The type of the waiting activity.</param>
/// <param name="Request">What the activity asks for; not to be changed. For a timer <c>{"dueAt": ...}</c>.</param>
public sealed record Bookmark(string Id, string ActivityId, string Name, JsonObject? Request);

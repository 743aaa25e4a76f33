namespace LraGovernance.Engine.Definitions;

/// <summary>A connection of a flowchart, by activity ids.</summary>
/// <param name="Path">The JSON path in the definition.</param>
/// <param name="Source">The activity it leaves.</param>
/// <param name="Port">The outcome it follows; a port left out in the file is <c>Done</c>.</param>
/// <param name="Target">The activity it leads to.</param>
/// <param name="TargetPort">The port it arrives at, which plays no part, or null.</param>
public sealed record Connection(string Path, string Source, string Port, string Target, string? TargetPort);

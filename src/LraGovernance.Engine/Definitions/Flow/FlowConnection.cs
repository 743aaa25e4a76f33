namespace LraGovernance.Engine.Definitions.Flow;

/// <summary>A connection by the places of its ends among the flowchart's activities.</summary>
internal readonly record struct FlowConnection(int Source, string Port, int Target);

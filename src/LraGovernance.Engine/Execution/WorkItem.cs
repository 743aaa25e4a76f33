namespace LraGovernance.Engine.Execution;

/// <summary>A child that a container has queued. Its frame is made when the item is taken.</summary>
internal sealed record WorkItem(Frame Owner, int Place);

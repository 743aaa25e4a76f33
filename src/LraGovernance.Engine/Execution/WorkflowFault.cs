using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Execution;

/// <summary>A fault of the workflow itself, on its way to becoming an incident; booked on the node, or on the running activity.</summary>
internal sealed class WorkflowFault(string message, ActivityNode? node = null) : Exception(message)
{
    public ActivityNode? Node => node;

    public FaultDetails? Details { get; init; }

    /// <summary>A limit was reached: the instance stops, whatever its definition says about going on.</summary>
    public bool IsLimit { get; init; }
}

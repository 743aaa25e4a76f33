using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Execution;

/// <summary>What a container sees and may do: queue its children, and withdraw them.</summary>
internal readonly struct ContainerContext(Machine machine, Frame frame)
{
    public ActivityNode Node => frame.Node;

    /// <summary>What the container keeps about this run of it.</summary>
    public object? Own
    {
        get => frame.Own;
        set => frame.Own = value;
    }

    /// <summary>The activity that set the instance off, in the first burst only.</summary>
    public string? TriggerActivityId => machine.TriggerActivityId;

    public void Queue(int place) => machine.Queue(frame, place);

    /// <summary>An input of a child, evaluated in this container's scope before the child runs.</summary>
    public object? Evaluate(ActivityNode child, string input) => child.Binding(input) is { } binding ? machine.Evaluate(frame, binding) : null;

    /// <summary>Withdraws the children at these places, started or queued, and returns the place of each, the started ones first.</summary>
    public IReadOnlyList<int> Cancel(bool[] places, string reason) => machine.CancelChildren(frame, places, reason);
}

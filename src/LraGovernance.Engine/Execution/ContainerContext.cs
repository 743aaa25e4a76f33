using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Expressions;

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

    public void Queue(int place, JsonNode?[]? given = null) => machine.Queue(frame, place, given);

    /// <summary>An input of the container itself, as it stands now; null when the file leaves it out.</summary>
    public object? Input(string input)
    {
        try
        {
            return Evaluate(frame.Node, input);
        }
        catch (ConversionException misfit)
        {
            throw new WorkflowFault(misfit.Message, frame.Node);
        }
    }

    /// <summary>Sets an output while the container is still under way.</summary>
    public void SetOutput(string output, JsonNode? value) => machine.SetOutput(frame, output, value);

    /// <summary>An input of a child, evaluated in this container's scope before the child runs.</summary>
    public object? Evaluate(ActivityNode child, string input) => child.Binding(input) is { } binding ? machine.Evaluate(frame, binding) : null;

    /// <summary>Withdraws the children at these places, started or queued, and returns the place of each, the started ones first.</summary>
    public IReadOnlyList<int> Cancel(bool[] places, string reason) => machine.CancelChildren(frame, places, reason);
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>Makes a state of a machine at rest.</summary>
internal static class Freezing
{
    public static WorkflowState Freeze(Machine machine)
    {
        var definition = machine.Definition;
        return new WorkflowState(new StateData
        {
            Format = StateData.CurrentFormat,
            Definition = definition.DefinitionId,
            Version = definition.Version,
            Status = machine.Status,
            Name = machine.Name,
            CorrelationId = machine.CorrelationId,
            LastJournal = machine.Journal.LastSequence,
            LastFrame = machine.Last.Frame,
            LastBookmark = machine.Last.Bookmark,
            Inputs = machine.Root is null ? null : Inputs(machine),
            Outputs = machine.Memory.Outputs.Count == 0 ? null : new(machine.Memory.Outputs),
            Variables = Surviving(definition.Variables, machine.Memory.Variables),
            Frames = machine.Root is null ? null : Frames(machine.Root),
            Queue = machine.Waiting.Items.Any() ? [.. machine.Waiting.Items.Select(Queued)] : null,
            Incidents = machine.Incidents.Count == 0 ? null : machine.Incidents,
        });
    }

    private static Dictionary<string, JsonNode?>? Inputs(Machine machine)
    {
        Dictionary<string, JsonNode?>? kept = null;
        foreach (var input in machine.Definition.Inputs)
            if (input.SurvivesWaits && machine.Memory.Inputs.TryGetValue(input.Name, out var value))
                (kept ??= [])[input.Name] = value;
        return kept;
    }

    private static Dictionary<string, JsonNode?>? Surviving(IReadOnlyList<VariableDefinition> variables, JsonNode?[]? values)
    {
        Dictionary<string, JsonNode?>? kept = null;
        for (var i = 0; i < variables.Count; i++)
            if (variables[i].SurvivesWaits)
                (kept ??= [])[variables[i].Id] = values![i];
        return kept;
    }

    private static List<FrameData> Frames(Frame root)
    {
        var frames = root.SelfAndDescendants().ToList();
        frames.Sort((one, other) => one.Id.CompareTo(other.Id));
        return frames.ConvertAll(frame => new FrameData
        {
            Id = frame.Id,
            Node = frame.Node.Key,
            Parent = frame.Parent?.Id ?? 0,
            Variables = Surviving(frame.Node.Variables, frame.Variables),
            Given = frame.Given,
            Own = (frame.Node.Activity as Container)?.Save(frame.Own),
            Bookmark = frame.Bookmark,
        });
    }

    private static QueuedData Queued(WorkItem item) => new(item.Owner!.Id, item.Owner.Node.Children[item.Place].Key) { Given = item.Given };
}

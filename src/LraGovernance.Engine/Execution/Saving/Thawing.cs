using System.Text.Json.Nodes;
using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions;

namespace LraGovernance.Engine.Execution.Saving;

/// <summary>Makes a machine of a state, which it leaves as it is.</summary>
internal static class Thawing
{
    public static Machine Thaw(WorkflowDefinition definition, WorkflowState state, DateTimeOffset now)
    {
        var data = state.Data;
        var machine = new Machine(definition, now, new Counters(data.LastJournal, data.LastFrame, data.LastBookmark));
        (machine.Name, machine.CorrelationId) = (data.Name, data.CorrelationId);
        machine.Incidents.AddRange(data.Incidents ?? []);
        foreach (var (name, value) in data.Inputs ?? [])
            machine.Memory.Inputs[name] = value;
        foreach (var (name, value) in data.Outputs ?? [])
            machine.Memory.Outputs[name] = value;
        Restore(definition.Variables, data.Variables, machine.Memory.Variables);
        var frames = ThawFrames(definition, data.Frames ?? [], machine);
        foreach (var item in data.Queue ?? [])
            machine.Queue(frames.GetValueOrDefault(item.Owner) ?? throw NoFrame(item.Owner), Node(definition, item.Node).Place, Given(Node(definition, item.Node), item.Given));
        foreach (var saved in data.Frames ?? [])
            RestoreContainer(frames[saved.Id], saved, machine);
        return machine;
    }

    private static Dictionary<int, Frame> ThawFrames(WorkflowDefinition definition, IReadOnlyList<FrameData> saved, Machine machine)
    {
        var frames = new Dictionary<int, Frame>();
        foreach (var data in saved)
        {
            var node = Node(definition, data.Node);
            var parent = data.Parent == 0 ? null : frames.GetValueOrDefault(data.Parent) ?? throw NoFrame(data.Parent);
            if (!ReferenceEquals(node.Parent, parent?.Node))
                throw new UnreadableStateException($"'{data.Node}' does not stand in '{parent?.Node.Key}'");
            var frame = new Frame(data.Id, node, parent, node.Place, Given(node, data.Given)) { Bookmark = data.Bookmark };
            if (node.Variables.Count > 0)
                Restore(node.Variables, data.Variables, frame.Variables = Memory.Defaults(node.Variables));
            if (parent is null)
                machine.Root = frame;
            else
                frame.Join();
            frames.Add(data.Id, frame);
        }
        return frames;
    }

    private static void RestoreContainer(Frame frame, FrameData saved, Machine machine)
    {
        if (frame.Node.Activity is not Container container)
            return;
        var queued = machine.Waiting.Items.Where(item => ReferenceEquals(item.Owner, frame)).Select(item => item.Place);
        frame.Own = container.Restore(frame.Node, saved.Own, frame.Children.Select(child => child.Place).Concat(queued));
    }

    private static void Restore(IReadOnlyList<VariableDefinition> variables, Dictionary<string, JsonNode?>? saved, JsonNode?[] values)
    {
        for (var i = 0; saved is not null && i < values.Length; i++)
            if (saved.TryGetValue(variables[i].Id, out var value))
                values[i] = value;
    }

    private static JsonNode?[]? Given(ActivityNode node, JsonNode?[]? saved) => node.Given.Count == (saved?.Length ?? 0)
        ? saved
        : throw new UnreadableStateException($"'{node.Key}' is given {node.Given.Count} values by its loop, the state has {saved?.Length ?? 0}");

    private static ActivityNode Node(WorkflowDefinition definition, string key) =>
        definition.FindByKey(key) ?? throw new UnreadableStateException($"the definition has no activity '{key}'");

    private static UnreadableStateException NoFrame(int id) => new($"it has no activity under way with the number {id}");
}

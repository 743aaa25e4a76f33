using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Execution.Saving;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Migrations;

/// <summary>
/// Moves a waiting instance to another version of its definition. What is past stays past: nothing is run again, and what the new
/// version has before the places where the instance waits is never run. What cannot be told for certain is refused.
/// </summary>
public static class Migration
{
    private static readonly Dictionary<string, string> NothingRenamed = [];

    /// <summary>Works out the instance's state in the other version. Neither the state given nor anything outside is changed: a dry run is a run.</summary>
    /// <param name="from">The version that the instance runs.</param>
    /// <param name="to">The version to move to.</param>
    /// <param name="state">The instance.</param>
    /// <param name="renamed">Activities that have another id in the new version: old id to new id. Node ids where containers repeat an id.</param>
    /// <exception cref="ArgumentException">The state is of another definition or version than <paramref name="from"/>.</exception>
    public static MigrationResult Move(WorkflowDefinition from, WorkflowDefinition to, WorkflowState state, IReadOnlyDictionary<string, string>? renamed = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(state);
        if (state.DefinitionId != from.DefinitionId || state.Version != from.Version)
            throw new ArgumentException($"The state is of {state.DefinitionId} version {state.Version}.", nameof(state));
        var remarks = new Remarks();
        var map = new NodeMap(from, to, renamed ?? NothingRenamed);
        if (from.DefinitionId != to.DefinitionId)
            remarks.Refuse($"'{to.DefinitionId}' is not a version of '{from.DefinitionId}'");
        if (state.Status != WorkflowStatus.Suspended || state.HasMoreToRun)
            remarks.Refuse($"only an instance that waits can be moved, and this one is {(state.HasMoreToRun ? "in the middle of a step" : state.Status)}");
        foreach (var mistake in map.Mistakes())
            remarks.Refuse(mistake);
        if (remarks.Reasons.Count == 0)
            foreach (var frame in state.Data.Frames!)
                RequirePlace(map.Old(frame.Node), frame.Bookmark is not null, map, remarks);
        var moved = remarks.Reasons.Count == 0 ? MoveData(state.Data, to, map, remarks) : null;
        return moved is null || remarks.Reasons.Count > 0
            ? new MigrationResult.Refused(remarks.Reasons)
            : new MigrationResult.Moved(new WorkflowState(moved), remarks.Notes);
    }

    private static void RequirePlace(ActivityNode old, bool waits, NodeMap map, Remarks remarks)
    {
        if (map.Of(old) is not { } node)
            remarks.Refuse($"'{old.Key}' is under way, and the new version has it not");
        else if (node.Type != old.Type)
            remarks.Refuse($"'{old.Key}' is under way as {old.Type}; '{node.Key}' is {node.Type}");
        else if (!ReferenceEquals(node.Parent, old.Parent is null ? null : map.Of(old.Parent)) || node.Given.Count != old.Given.Count)
            remarks.Refuse($"'{old.Key}' is under way in '{old.Parent?.Key}'; '{node.Key}' stands in '{node.Parent?.Key}'");
        else if (waits && old.Outcomes.Except(node.Outcomes).FirstOrDefault() is { } outcome)
            remarks.Refuse($"'{old.Key}' waits and may be answered with '{outcome}', which '{node.Key}' does not know");
    }

    private static StateData MoveData(StateData data, WorkflowDefinition to, NodeMap map, Remarks remarks)
    {
        var frames = data.Frames!.Select(frame => MoveFrame(frame, data.Frames!, map, remarks)).ToList();
        foreach (var input in data.Inputs?.Keys.Where(name => !to.Inputs.Any(x => x.SurvivesWaits && x.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) ?? [])
            remarks.Note($"the input '{input}' is not kept any more");
        return data with
        {
            Version = to.Version,
            Variables = MoveVariables(data.Variables, to.Variables, "", remarks),
            Frames = frames,
        };
    }

    private static FrameData MoveFrame(FrameData frame, IReadOnlyList<FrameData> all, NodeMap map, Remarks remarks)
    {
        var old = map.Old(frame.Node);
        var node = map.Of(old)!;
        if (frame.Bookmark is not null && !JsonNode.DeepEquals(node.Asks, old.Asks))
            remarks.Note($"'{node.Key}' waits already: what it asks for stays as it was asked");
        return frame with
        {
            Node = node.Key,
            Bookmark = frame.Bookmark is { } bookmark ? bookmark with { ActivityId = node.Id } : null,
            Variables = MoveVariables(frame.Variables, node.Variables, $" of '{node.Key}'", remarks),
            Own = frame.Own?.Flow is { } flow && node.Parts is FlowPlan plan && old.Parts is FlowPlan before
                ? frame.Own with { Flow = FlowMigration.Move(flow, before, plan, Live(frame, all, map), map, remarks) }
                : frame.Own,
        };
    }

    private static HashSet<string> Live(FrameData container, IReadOnlyList<FrameData> all, NodeMap map) =>
        [.. all.Where(frame => frame.Parent == container.Id).Select(frame => map.Old(frame.Node).Id)];

    private static Dictionary<string, JsonNode?>? MoveVariables(
        Dictionary<string, JsonNode?>? values, IReadOnlyList<VariableDefinition> declared, string where, Remarks remarks)
    {
        Dictionary<string, JsonNode?>? moved = null;
        foreach (var variable in declared.Where(x => x.SurvivesWaits))
        {
            if (values is null || !values.TryGetValue(variable.Id, out var value))
            {
                remarks.Note($"the variable '{variable.Id}'{where} is new and starts from its default");
                value = variable.Default;
            }
            try
            {
                (moved ??= [])[variable.Id] = Conversion.To(variable.Type, value);
            }
            catch (ConversionException misfit)
            {
                remarks.Refuse($"the variable '{variable.Id}'{where}: {misfit.Message}");
            }
        }
        foreach (var lost in values?.Keys.Where(id => !declared.Any(x => x.SurvivesWaits && x.Id == id)) ?? [])
            remarks.Note($"the variable '{lost}'{where} is gone, with its value");
        return moved;
    }
}

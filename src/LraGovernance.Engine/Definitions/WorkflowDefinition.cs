using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions;

/// <summary>A checked definition, ready to run. Immutable, and safe to share between threads.</summary>
public sealed class WorkflowDefinition
{
    private readonly string source;
    private readonly JsonObject customProperties;
    private readonly Dictionary<string, ActivityNode> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityNode> byKey = new(StringComparer.Ordinal);

    internal WorkflowDefinition(string source, DefinitionHead head, ActivityNode root)
    {
        this.source = source;
        (DefinitionId, Id, Version, Name, Description) = (head.DefinitionId, head.Id, head.Version, head.Name, head.Description);
        (Variables, Inputs, Outputs, customProperties, Root) = (head.Variables, head.Inputs, head.Outputs, head.CustomProperties, root);
        GoesOnAfterFaults = head.GoesOnAfterFaults;
        foreach (var node in AllActivities())
        {
            node.Key = byId.TryAdd(node.Id, node) ? node.Id : node.NodeId;
            byKey.Add(node.Key, node);
        }
    }

    /// <summary>The stable id over all versions.</summary>
    public string DefinitionId { get; }

    /// <summary>The id of this version.</summary>
    public string Id { get; }

    /// <summary>The version number.</summary>
    public int Version { get; }

    /// <summary>The name for people.</summary>
    public string Name { get; }

    /// <summary>A description, or null.</summary>
    public string? Description { get; }

    /// <summary>The workflow's own variables; containers may have more.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>The declared inputs.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; }

    /// <summary>The declared outputs.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; }

    /// <summary>Whether other branches run on after a fault (Elsa's ContinueWithIncidentsStrategy); else the fault stops the instance.</summary>
    public bool GoesOnAfterFaults { get; }

    /// <summary>The activity that the workflow runs: nearly always a flowchart.</summary>
    public ActivityNode Root { get; }

    /// <summary>A copy of the file's custom properties; empty when there are none.</summary>
    public JsonObject CustomProperties => customProperties.DeepClone().AsObject();

    /// <summary>Every activity, containers before their children, in the order of the file.</summary>
    public IEnumerable<ActivityNode> AllActivities() => Root.SelfAndDescendants();

    /// <summary>The activity with that id, or null. Where containers repeat an id, the first in the file.</summary>
    public ActivityNode? Find(string activityId) => byId.GetValueOrDefault(activityId);

    /// <summary>The definition as it was read: designer metadata, unknown properties and the order of keys included.</summary>
    public string ToJson() => source;

    internal ActivityNode? FindByKey(string key) => byKey.GetValueOrDefault(key);
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>What an activity type reads its own parts with: children, variables of its own, plain values.</summary>
internal sealed class PartReader(ActivityReader activities, Surroundings surroundings, ActivityNode node, JsonObject source, VariableScope scope)
{
    public ActivityNode Node => node;

    public JsonObject Source => source;

    public FaultList Faults => surroundings.Faults;

    /// <summary>What is in scope inside this activity.</summary>
    public VariableScope Scope { get; private set; } = scope;

    public void DeclareVariables()
    {
        node.Variables = VariableReader.OfContainer(new FieldReader(source, Faults).Objects("variables"), Faults);
        if (node.Variables.Count > 0)
            Scope = new VariableScope(Scope, node, node.Variables);
    }

    /// <summary>Reads a list of children; null for a child that has faults.</summary>
    public IReadOnlyList<ActivityNode?> ReadChildren(string property)
    {
        var items = Lists.Items(Exactly(property), source.PathOf(property), Faults);
        return [.. items.Select(item => activities.Read(item.Value, item.Path, node, Scope))];
    }

    /// <summary>A property that the format looks up literally; another case would be passed over in silence, so it is refused.</summary>
    public JsonNode? Exactly(string property)
    {
        if (source.TryGetPropertyValue(property, out var value))
            return value;
        foreach (var (key, _) in source)
            if (string.Equals(key, property, StringComparison.OrdinalIgnoreCase))
                Faults.Add(source.PathOf(key), $"write '{property}': this property is case-sensitive");
        return null;
    }
}

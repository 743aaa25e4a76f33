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
    public IReadOnlyList<ActivityNode?> ReadChildren(JsonNode? list, string property)
    {
        var items = Lists.Items(list, source.PathOf(property), Faults);
        return [.. items.Select(item => activities.Read(item.Value, item.Path, node, Scope))];
    }

    /// <summary>Reads the one child of a property, in any case; null when it is left out or has faults.</summary>
    /// <param name="property">The property.</param>
    /// <param name="given">The variables that a loop gives to each pass, or null.</param>
    public ActivityNode? ReadChild(string property, IReadOnlyList<VariableDefinition>? given = null) =>
        source.AnyCase(property) is { } child ? activities.Read(child, child.GetPath(), node, Scope, given) : null;

    /// <summary>A child that must be there.</summary>
    public ActivityNode? ReadRequiredChild(string property, IReadOnlyList<VariableDefinition>? given = null)
    {
        if (source.AnyCase(property) is null)
            Faults.Add(source.PathOf(property), $"{node.Type} needs a {property}");
        return ReadChild(property, given);
    }

    /// <summary>Makes these the children; where one has faults the file is refused anyway.</summary>
    public void Adopt(IEnumerable<ActivityNode?> children)
    {
        var sound = children.OfType<ActivityNode>().ToList();
        foreach (var again in sound.GroupBy(child => child.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            Faults.Add($"{again.Path}.id", $"the id '{again.Id}' is in this {node.Type} twice");
        node.Children = sound;
    }

    /// <summary>A value given as a bare expression, without the wrapper of an input.</summary>
    public InputBinding? ReadBareInput(ActivityInput input, JsonObject expression) => new InputReader(surroundings, Scope).ReadBare(input, expression);

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

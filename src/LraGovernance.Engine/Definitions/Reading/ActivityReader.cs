using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads one activity with all that is in it. A null result has left its faults in the list.</summary>
internal sealed class ActivityReader(Surroundings surroundings)
{
    private const int KnownVersion = 1;

    private FaultList Faults => surroundings.Faults;

    public ActivityNode? Read(JsonNode? source, string path, ActivityNode? parent, VariableScope scope, IReadOnlyList<VariableDefinition>? passed = null)
    {
        if (source is not JsonObject properties)
        {
            Faults.Add(path, "an activity must be an object");
            return null;
        }
        if (FindType(properties) is not { } activity)
            return null;
        CheckVersion(properties, activity);
        var id = properties.TextAnyCase("id") is { Length: > 0 } given ? given : surroundings.GeneratedIds.Next(activity.Type);
        var node = new ActivityNode(properties, id, activity, parent);
        if (passed is not null)
        {
            node.Given = passed;
            scope = new VariableScope(scope, node, passed, areGiven: true);
        }
        var parts = new PartReader(this, surroundings, node, properties, scope);
        activity.ReadParts(parts);
        node.Inputs = new InputReader(surroundings, parts.Scope).Read(properties, activity);
        node.Outputs = new OutputReader(surroundings, parts.Scope).Read(properties, activity);
        return node;
    }

    private Activity? FindType(JsonObject source)
    {
        if (!source.TryGetPropertyValue("type", out var given) || given.AsText() is not { Length: > 0 } type)
        {
            Faults.Add(source.PathOf("type"), "the activity has no type");
            return null;
        }
        if (surroundings.Catalogue.Find(type) is { } activity)
            return activity;
        var near = surroundings.Catalogue.SpelledLike(type);
        Faults.Add(given!, near is null
            ? $"unknown activity type '{type}'"
            : $"unknown activity type '{type}': type names are case-sensitive, write '{near}'");
        return null;
    }

    private void CheckVersion(JsonObject source, Activity activity)
    {
        if (source.AnyCase("version") is { } version && !(version.TryGetWhole(out var number) && number == KnownVersion))
            Faults.Add(version, $"unknown version {version.ToJsonString()} of {activity.Type}; known is {KnownVersion}");
    }
}

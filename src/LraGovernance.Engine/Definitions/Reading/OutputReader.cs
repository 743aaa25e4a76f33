using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads where an activity's outputs go.</summary>
internal sealed class OutputReader(Surroundings surroundings, VariableScope scope)
{
    public OutputBinding[] Read(JsonObject source, Activity activity)
    {
        var bindings = new List<OutputBinding>();
        foreach (var output in activity.Outputs)
            if (source.AnyCase(output) is { } given && ReadOne(output, given) is { } binding)
                bindings.Add(binding);
        return [.. bindings];
    }

    private OutputBinding? ReadOne(string output, JsonNode given)
    {
        var wrapper = given as JsonObject;
        var reference = wrapper is not null && wrapper.TryGetPropertyValue("memoryReference", out var found) ? found as JsonObject : null;
        if (reference?.TextAnyCase("id") is not { Length: > 0 } id)
        {
            surroundings.Faults.Add(given, $"the output '{output}' needs a memoryReference with an id");
            return null;
        }
        if (scope.Find(id) is { } variable)
            return new OutputBinding(output, variable, null);
        if (surroundings.Outputs.FirstOrDefault(o => string.Equals(o.Name, id, StringComparison.OrdinalIgnoreCase)) is { } declared)
            return new OutputBinding(output, null, declared.Name);
        surroundings.Faults.Add(given, $"'{id}' is neither a variable in scope here nor an output of the workflow");
        return null;
    }
}

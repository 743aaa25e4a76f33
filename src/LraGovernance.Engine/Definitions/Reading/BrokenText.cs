using System.Text.Json;
using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Finds texts that are no Unicode: half of a surrogate pair is well-formed JSON, and cannot be read.</summary>
internal static class BrokenText
{
    internal static IEnumerable<string> PathsOf(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => PathsOf(property.Value)),
        JsonArray items => items.SelectMany(PathsOf),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && !CanBeRead(value) => [value.GetPath()],
        _ => [],
    };

    private static bool CanBeRead(JsonValue value)
    {
        try
        {
            return value.GetValue<string>() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

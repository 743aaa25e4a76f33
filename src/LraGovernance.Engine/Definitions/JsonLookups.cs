using System.Text.Json;
using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions;

internal static class JsonLookups
{
    /// <summary>Property names are read in any case; the exact spelling wins.</summary>
    public static JsonNode? AnyCase(this JsonObject source, string name)
    {
        if (source.TryGetPropertyValue(name, out var exact))
            return exact;
        foreach (var (key, value) in source)
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }

    public static string? TextAnyCase(this JsonObject source, string name) => source.AnyCase(name).AsText();

    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static bool IsTrue(this JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.True || bool.TryParse(node.AsText(), out var parsed) && parsed;

    public static bool TryGetWhole(this JsonNode node, out int number)
    {
        number = 0;
        return node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out number);
    }

    public static string PathOf(this JsonObject source, string name) => $"{source.GetPath()}.{name}";

    /// <summary>Builds the lazy nodes now: afterwards the tree can be read from several threads.</summary>
    public static void Materialise(this JsonNode? node)
    {
        if (node is JsonObject properties)
            foreach (var (_, value) in properties)
                value.Materialise();
        else if (node is JsonArray items)
            foreach (var item in items)
                item.Materialise();
    }
}

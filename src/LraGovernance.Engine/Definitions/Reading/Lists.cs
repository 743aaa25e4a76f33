using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions.Reading;

internal static class Lists
{
    public readonly record struct Item(string Path, JsonNode? Value);

    /// <summary>The items of an array, or of the older shape <c>{"$values": [...]}</c>.</summary>
    public static IEnumerable<Item> Items(JsonNode? list, string path, FaultList faults)
    {
        if (list is JsonObject wrapped && wrapped.TryGetPropertyValue("$values", out var values))
            (list, path) = (values, $"{path}['$values']");
        if (list is JsonArray array)
            return array.Select((value, index) => new Item($"{path}[{index}]", value));
        if (list is not null)
            faults.Add(path, "must be a list");
        return [];
    }
}

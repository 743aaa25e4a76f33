using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Ids for activities that have none, as Elsa names them (<c>WriteLine1</c>), clear of every id in the file.</summary>
internal sealed class GeneratedIds
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public static GeneratedIds Avoiding(JsonNode top)
    {
        var ids = new GeneratedIds();
        ids.Collect(top);
        return ids;
    }

    public string Next(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        for (var number = 1; ; number++)
            if (taken.Add($"{name}{number}"))
                return $"{name}{number}";
    }

    private void Collect(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Collect(item);
        if (node is not JsonObject properties)
            return;
        if (properties.TextAnyCase("id") is { } id)
            taken.Add(id);
        foreach (var (_, value) in properties)
            Collect(value);
    }
}

using System.Text;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Tests.Simulation;

namespace LraGovernance.Engine.Tests.Mutations;

/// <summary>Damages a definition as people, tools and other versions do: in its tree, or in its text.</summary>
internal sealed class DefinitionMutator(Chance chance, IReadOnlyList<string> corpus)
{
    private static readonly Func<JsonNode?>[] Strange =
    [
        () => null, () => 0, () => -1, () => 1e308, () => 12.50m, () => true, () => "", () => "start", () => "Done", () => "\u0000\u202E\uFFFF",
        () => "Elsa.Flowchart", () => "Elsa.ForEach", () => "Elsa.ExecuteWorkflow", () => "Literal", () => "Variable", () => "[1,2", () => "{\"id\":\"x\"}",
        () => new JsonArray(), () => new JsonObject(), () => new JsonArray(1, "a", null), () => new JsonObject { ["$values"] = new JsonArray() },
        () => new string('x', 5_000), () => "00:00:05", () => "-10675199.02:48:05.4775808", () => "9999-12-31T23:59:59Z", () => int.MaxValue,
    ];

    public string Mutate()
    {
        var source = chance.Of(corpus);
        if (chance.Below(5) == 0)
            return DamageText(source);
        var tree = JsonNode.Parse(source)!;
        for (var times = 1 + chance.Below(4); times > 0; times--)
            DamageTree(tree);
        return tree.ToJsonString();
    }

    private void DamageTree(JsonNode tree)
    {
        var places = Places(tree).ToList();
        var (parent, key) = chance.Of(places);
        var value = Get(parent, key);
        switch (chance.Below(8))
        {
            case 0:
                Remove(parent, key);
                break;
            case 1 or 2:
                Set(parent, key, chance.Of(Strange)());
                break;
            case 3 or 4:
                var (otherParent, otherKey) = chance.Of(places);
                Set(parent, key, Get(otherParent, otherKey)?.DeepClone());
                break;
            case 5 when parent is JsonArray list:
                list.Add(value?.DeepClone());
                break;
            case 6 when parent is JsonObject properties:
                Remove(parent, key);
                properties[chance.Of<string>([key.ToUpperInvariant(), key + "s", "id", "type", "value"])] = value?.DeepClone();
                break;
            default:
                Set(parent, key, new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value?.DeepClone() } });
                break;
        }
    }

    private string DamageText(string source)
    {
        var text = new StringBuilder(source);
        for (var times = 1 + chance.Below(6); times > 0 && text.Length > 0; times--)
            switch (chance.Below(4))
            {
                case 0:
                    text.Remove(chance.Below(text.Length), 1);
                    break;
                case 1:
                    text.Insert(chance.Below(text.Length), chance.Of<string>(["{", "}", "[", "]", ",", "\"", "\\", "\\ud800", "0", "\u0000", "\uFEFF"]));
                    break;
                case 2:
                    text.Length = chance.Below(text.Length);
                    break;
                default:
                    text[chance.Below(text.Length)] = (char)chance.Below(0x3000);
                    break;
            }
        return text.ToString();
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => Places(property.Value).Prepend((node, property.Key))),
        JsonArray items => Enumerable.Range(0, items.Count).SelectMany(i => Places(items[i]).Prepend((node, $"{i}"))),
        _ => [],
    };

    private static JsonNode? Get(JsonNode parent, string key) => parent is JsonArray list
        ? int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) is var i && i < list.Count ? list[i] : null
        : parent[key];

    private static void Set(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is not JsonArray list)
            parent[key] = value;
        else if (int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) is var i && i < list.Count)
            list[i] = value;
    }

    private static void Remove(JsonNode parent, string key)
    {
        if (parent is JsonObject properties)
            properties.Remove(key);
        else if (parent is JsonArray { Count: > 0 } list)
            list.RemoveAt(0);
    }
}

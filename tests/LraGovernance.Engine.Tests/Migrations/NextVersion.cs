using System.Text.Json.Nodes;
using LraGovernance.Engine.Tests.Simulation;
using LraGovernance.Engine.Tests.Support;

namespace LraGovernance.Engine.Tests.Migrations;

/// <summary>Makes version 2 of a definition.</summary>
internal static class NextVersion
{
    /// <summary>The same under other ids.</summary>
    public static (string Json, Dictionary<string, string> Renamed) WithOtherIds(string json)
    {
        var (next, renamed) = (Version2(json), new Dictionary<string, string>());
        foreach (var activity in Objects(next["root"]).Where(x => x.ContainsKey("type") && x.ContainsKey("id")))
        {
            var id = (string)activity["id"]!;
            activity["id"] = renamed[id] = $"{id}-two";
        }
        foreach (var end in Objects(next).Where(x => x.ContainsKey("activity")))
            end["activity"] = renamed[(string)end["activity"]!];
        return (next.ToJsonString(), renamed);
    }

    /// <summary>With new steps on some connections, each of a name beginning with <c>new</c>.</summary>
    public static string WithStepsBetween(string json, Chance chance)
    {
        var next = Version2(json);
        var made = 0;
        foreach (var flowchart in Objects(next).Where(x => (string?)x["type"] == "Elsa.Flowchart").ToList())
            foreach (var connection in flowchart["connections"]!.AsArray().OfType<JsonObject>().Where(_ => chance.Below(4) == 0).ToList())
            {
                var step = $"new{++made}";
                flowchart["activities"]!.AsArray().Insert(chance.Below(flowchart["activities"]!.AsArray().Count + 1), Json.Write(step));
                var onward = Json.Connections($"{step} -> {connection["target"]!["activity"]}")[0]!;
                onward.Parent!.AsArray().Clear();
                flowchart["connections"]!.AsArray().Add(onward);
                connection["target"]!["activity"] = step;
            }
        return next.ToJsonString();
    }

    private static JsonObject Version2(string json)
    {
        var next = JsonNode.Parse(json)!.AsObject();
        (next["version"], next["id"]) = (2, "test-v2");
        return next;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => Objects(property.Value)).Prepend(properties),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}

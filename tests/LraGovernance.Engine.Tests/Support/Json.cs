using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Tests.Support;

/// <summary>Definitions in few words. Connections are written <c>a -> b:Ok -> c</c>, several separated by semicolons.</summary>
internal static class Json
{
    public static string Workflow(JsonObject root, params (string Name, JsonNode Value)[] top)
    {
        var workflow = new JsonObject { ["id"] = "test-v1", ["definitionId"] = "test", ["name"] = "Test", ["version"] = 1 };
        foreach (var (name, value) in top)
            workflow[name] = value;
        workflow["root"] = root;
        return workflow.ToJsonString();
    }

    public static JsonObject Flow(string connections, params JsonObject[] activities) => new()
    {
        ["type"] = "Elsa.Flowchart",
        ["id"] = "flow",
        ["activities"] = new JsonArray([.. activities]),
        ["connections"] = Connections(connections),
    };

    public static JsonObject Sequence(string id, params JsonObject[] activities) =>
        Of("Elsa.Sequence", id).With("activities", new JsonArray([.. activities]));

    public static JsonObject Named(this JsonObject activity, string id)
    {
        activity["id"] = id;
        return activity;
    }

    public static JsonObject With(this JsonObject activity, string property, JsonNode? value)
    {
        activity[property] = value;
        return activity;
    }

    public static JsonObject Of(string type, string id) => new() { ["id"] = id, ["type"] = type };

    public static JsonObject Start(string id = "start") => Of("Elsa.Start", id);

    public static JsonObject Write(string id) => Of("Elsa.WriteLine", id).With("text", id);

    public static JsonObject Ask(string id, params string[] options) =>
        options.Length == 0 ? Of("Test.Ask", id) : Of("Test.Ask", id).With("options", Texts(options));

    public static JsonObject Decision(string id, JsonNode condition) => Of("Elsa.FlowDecision", id).With("condition", condition);

    public static JsonObject Fork(string id, params string[] branches) => Of("Elsa.FlowFork", id).With("branches", Texts(branches));

    public static JsonObject Join(string id, string mode) => Of("Elsa.FlowJoin", id).With("mode", mode);

    public static JsonObject SetVariable(string id, string variable, JsonNode? value) =>
        Of("Elsa.SetVariable", id).With("variable", new JsonObject { ["id"] = variable }).With("value", value);

    public static JsonObject Variable(string id) => Expression("Variable", new JsonObject { ["id"] = id });

    public static JsonObject Input(string name) => Expression("Input", new JsonObject { ["name"] = name });

    public static JsonObject Expression(string type, JsonNode? value) =>
        new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    public static JsonObject VariableDefinition(string id, string type, string? value = null, string? driver = "WorkflowInstanceStorageDriver") =>
        new() { ["id"] = id, ["name"] = id, ["typeName"] = type, ["value"] = value, ["storageDriverTypeName"] = driver };

    public static JsonArray Texts(params string[] texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static JsonArray Connections(string text)
    {
        var connections = new JsonArray();
        foreach (var chain in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var stops = chain.Split("->", StringSplitOptions.TrimEntries);
            for (var i = 1; i < stops.Length; i++)
                connections.Add(Connection(stops[i - 1], stops[i].Split(':')[0]));
        }
        return connections;
    }

    private static JsonObject Connection(string from, string to)
    {
        var parts = from.Split(':');
        return new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = parts[0], ["port"] = parts.Length > 1 ? parts[1] : "Done" },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        };
    }
}

using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Definitions.Reading;

/// <summary>Reads a flowchart's connections, in the present shape and the older flat one.</summary>
internal sealed class ConnectionReader(FaultList faults, IReadOnlySet<string> activityIds)
{
    public IReadOnlyList<Connection> Read(JsonNode? source, string path)
    {
        // A single connection was once written without the list around it.
        var items = source is JsonObject single && !single.ContainsKey("$values")
            ? [new Lists.Item(path, single)]
            : Lists.Items(source, path, faults);
        var connections = new List<Connection>();
        var seen = new HashSet<(string, string, string, string?)>();
        foreach (var item in items)
            if (ReadOne(item) is { } connection && seen.Add((connection.Source, connection.Port, connection.Target, connection.TargetPort)))
                connections.Add(connection);
        return connections;
    }

    private Connection? ReadOne(Lists.Item item)
    {
        if (item.Value is not JsonObject source)
        {
            faults.Add(item.Path, "a connection must be an object");
            return null;
        }
        var from = ReadEnd(source, "source", "sourcePort", item.Path);
        var to = ReadEnd(source, "target", "targetPort", item.Path);
        return from is { } start && to is { } end
            ? new Connection(item.Path, start.Activity, start.Port ?? "Done", end.Activity, end.Port)
            : null;
    }

    private (string Activity, string? Port)? ReadEnd(JsonObject source, string name, string flatPort, string path)
    {
        var end = source.AnyCase(name);
        var nested = end as JsonObject;
        var activity = nested is null ? end.AsText() : nested.TextAnyCase("activity");
        var activityPath = nested is null ? $"{path}.{name}" : $"{path}.{name}.activity";
        if (string.IsNullOrEmpty(activity))
        {
            faults.Add(activityPath, $"the connection's {name} names no activity");
            return null;
        }
        if (!activityIds.Contains(activity))
        {
            faults.Add(activityPath, $"the connection's {name} '{activity}' is not an activity of this flowchart");
            return null;
        }
        var port = nested is null ? source.AnyCase(flatPort) : nested.AnyCase("port");
        if (port is not null && port.AsText() is null)
            faults.Add(port, "a port is a text");
        return (activity, port.AsText());
    }
}

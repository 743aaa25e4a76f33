using System.Text.Json;

namespace LraGovernance.Tests;

/// <summary>Writes a flowchart into a workflows folder of its own.</summary>
internal sealed class Definition(string id, int version = 1)
{
    private readonly List<object> _activities = [];
    private readonly List<object> _connections = [];

    public Definition Activity(object activity)
    {
        _activities.Add(activity);
        return this;
    }

    public Definition Connect(string from, string port, string to)
    {
        _connections.Add(new { source = new { activity = from, port }, target = new { activity = to, port = "In" } });
        return this;
    }

    public string WriteToFolder() => WriteTo(Directory.CreateTempSubdirectory("lra-workflows-").FullName);

    public string WriteTo(string folder)
    {
        File.WriteAllText(Path.Combine(folder, $"{id}.v{version}.json"), JsonSerializer.Serialize(new
        {
            id = $"{id}-v{version}", definitionId = id, name = id, version, isLatest = true, isPublished = true,
            root = new { type = "Elsa.Flowchart", id = "flow", activities = _activities, connections = _connections },
        }));
        return folder;
    }
}

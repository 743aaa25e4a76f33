using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Hosting;
using LraGovernance.Engine.Tests.Support;
using Shouldly;

namespace LraGovernance.Engine.Tests.Scenarios;

/// <summary>
/// One folder: <c>workflow.json</c>, <c>expected.txt</c>, <c>why.txt</c>; <c>script.json</c> for what happens from outside, and
/// <c>definitions/</c> for workflows that it starts.
/// </summary>
internal sealed class Scenario
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    private readonly string name;
    private readonly JsonObject script;
    private readonly IReadOnlyList<WorkflowDefinition> children;

    private Scenario(string name)
    {
        this.name = name;
        Definition = Loading.Load(Read("workflow.json"), name);
        script = Exists("script.json") ? JsonNode.Parse(Read("script.json"))!.AsObject() : [];
        children = Exists("definitions")
            ? [.. Directory.GetFiles(Path.Combine(Folder, name, "definitions")).Order(StringComparer.Ordinal).Select(file => Loading.Load(File.ReadAllText(file), file))]
            : [];
    }

    public static IReadOnlyList<string> Names => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public WorkflowDefinition Definition { get; }

    public string Expected => Read("expected.txt").TrimEnd();

    public string Why => Read("why.txt");

    public static Scenario Open(string name) => new(name);

    public string Play(bool savesBetween)
    {
        var lines = new List<string>();
        var host = new InMemoryHost([Definition, .. children], Instance.Noon, (_, after) => after.AddHours(1))
        {
            Write = lines.Add,
            Keep = state => savesBetween ? WorkflowState.FromJson(state.ToJson()) : state,
        };
        var instance = host.Start(Definition, new Stimulus.Start(Inputs(), (string?)script["trigger"])
        {
            Payload = script["triggerPayload"]?.DeepClone(), CorrelationId = (string?)script["correlationId"],
        });
        foreach (var step in script["steps"]?.AsArray() ?? [])
            Take(step!.AsObject(), host, instance).ShouldBeTrue($"{name}: {step.ToJsonString()}");
        return string.Join('\n', [.. lines, $"status: {instance.State!.Status}", .. Shown(host, instance)]);
    }

    private static bool Take(JsonObject step, InMemoryHost host, HostedInstance instance) => step switch
    {
        _ when step["cancel"] is { } reason => host.Send(instance, new Stimulus.Cancel((string)reason!)) is null,
        _ when step["event"] is { } published =>
            host.Publish((string)published!, step["payload"]?.DeepClone(), (string?)step["correlationId"]) == ((int?)step["reaches"] ?? 1),
        _ when step["advance"] is not null => host.Advance(),
        _ => Bookmark((string)step["resume"]!, host) is var (waiting, bookmark)
            && host.Send(waiting, new Stimulus.Resume(bookmark, (string?)step["outcome"], step["payload"]?.DeepClone())) is null,
    };

    // Of several waiting at one activity the oldest, children too.
    private static (HostedInstance, string) Bookmark(string activityId, InMemoryHost host) =>
        (from instance in host.Instances
         where instance.State!.Status == WorkflowStatus.Suspended
         from bookmark in instance.State!.Bookmarks
         where bookmark.ActivityId == activityId
         select (instance, bookmark.Id)).First();

    private IEnumerable<string> Shown(InMemoryHost host, HostedInstance instance) => (script["shows"]?.AsArray() ?? []).SelectMany(what => (string)what! switch
    {
        "name" => [$"name: {instance.State!.Name}"],
        "correlation" => [$"correlation: {instance.State!.CorrelationId}"],
        "outputs" => instance.State!.Outputs.Select(output => $"output {output.Key}: {output.Value?.ToJsonString() ?? "null"}"),
        "incidents" => instance.State!.Incidents.Select(incident =>
            $"incident at {incident.ActivityId}: {incident.Message}" + (incident.Details is { } d ? $" [{d.Code}, {d.Category}, {d.FaultType}]" : "")),
        "children" => host.Instances.Skip(1).Select(child => $"{child.Definition.DefinitionId}: {child.State!.Status}"),
        "waits" => instance.State!.Bookmarks.Select(bookmark => $"waits at {bookmark.ActivityId}"),
        "clock" => [$"clock: {host.Now:yyyy-MM-dd HH:mm:ss}"],
        var unknown => throw new InvalidOperationException($"{name}: the script asks to show '{unknown}'."),
    });

    private Dictionary<string, JsonNode?> Inputs() =>
        script["inputs"]?.AsObject().ToDictionary(input => input.Key, input => input.Value?.DeepClone()) ?? [];

    private bool Exists(string file) => Path.Exists(Path.Combine(Folder, name, file));

    private string Read(string file) => File.ReadAllText(Path.Combine(Folder, name, file)).ReplaceLineEndings("\n");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution.Saving;

namespace LraGovernance.Engine.Execution;

/// <summary>An instance between two bursts. Immutable: running it gives another one. Activities that completed are no part of it.</summary>
public sealed class WorkflowState
{
    // A state goes into a database, never into a page: letters outside ASCII need no escaping.
    private static readonly StateContract Contract =
        new(new JsonSerializerOptions(StateContract.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly Dictionary<string, JsonNode?> Nothing = [];

    internal WorkflowState(StateData data)
    {
        Data = data;
        Bookmarks = [.. (data.Frames ?? []).Select(frame => frame.Bookmark).OfType<Bookmark>().OrderBy(BookmarkNumber.Of)];
    }

    /// <summary>The definition it runs.</summary>
    public string DefinitionId => Data.Definition;

    /// <summary>The definition's version, to which it is pinned.</summary>
    public int Version => Data.Version;

    /// <summary>How it stands.</summary>
    public WorkflowStatus Status => Data.Status;

    /// <summary>What the workflow has called this instance, or null.</summary>
    public string? Name => Data.Name;

    /// <summary>What the instance belongs to, for events; null when nothing.</summary>
    public string? CorrelationId => Data.CorrelationId;

    /// <summary>Whether a burst was stopped by a call, and there is more to run: see <see cref="Stimulus.Continue"/>.</summary>
    public bool HasMoreToRun => Status == WorkflowStatus.Suspended && Data.Queue is { Count: > 0 };

    /// <summary>Where it waits, oldest first.</summary>
    public IReadOnlyList<Bookmark> Bookmarks { get; }

    /// <summary>Its faults, oldest first.</summary>
    public IReadOnlyList<Incident> Incidents => Data.Incidents ?? [];

    /// <summary>The workflow's variables that survive waits, by id. Not to be changed.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Variables => Data.Variables ?? Nothing;

    /// <summary>The workflow's outputs set so far, by name. Not to be changed.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Outputs => Data.Outputs ?? Nothing;

    /// <summary>The activities under way, containers included, in the order they started; node ids where containers repeat an id.</summary>
    public IReadOnlyList<string> ActiveActivityIds => [.. (Data.Frames ?? []).Select(frame => frame.Node)];

    /// <summary>How many journal entries there have been.</summary>
    public int JournalLength => Data.LastJournal;

    internal StateData Data { get; }

    /// <summary>The state as compact JSON with a format number.</summary>
    public string ToJson() => JsonSerializer.Serialize(Data, Contract.StateData);

    /// <summary>Reads a saved state.</summary>
    /// <exception cref="UnreadableStateException">The text is not a state, or of a format this engine does not know.</exception>
    public static WorkflowState FromJson(string json)
    {
        try
        {
            RequireKnownFormat(json);
            var data = JsonSerializer.Deserialize(json, Contract.StateData) ?? throw new UnreadableStateException("it is null");
            return new WorkflowState(data);
        }
        catch (JsonException malformed)
        {
            throw new UnreadableStateException(malformed.Message.TrimEnd('.'), malformed);
        }
    }

    // Before anything else: a later format may differ in every other respect.
    private static void RequireKnownFormat(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("format", out var format) || !format.TryGetInt32(out var number))
            throw new UnreadableStateException("it has no format number");
        if (number != StateData.CurrentFormat)
            throw new UnreadableStateException($"its format is {number}, this engine knows {StateData.CurrentFormat}");
    }
}

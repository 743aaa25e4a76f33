using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Running;

/// <summary>A stimulus as it is kept: with an incident, or in the queue of the commit in progress.</summary>
internal sealed record StimulusRow(string? Trigger, string? BookmarkId, string? Outcome, JsonNode? Payload)
{
    private static readonly Dictionary<string, JsonNode?> NoInput = [];

    public JsonObject? Input { get; init; }

    public string? CorrelationId { get; init; }

    /// <summary>Nothing has happened from outside: a call stopped the burst, and there is more to run.</summary>
    public bool GoesOn { get; init; }

    /// <summary>No instance is to be woken by itself: an event is to be delivered to whoever waits for it by then.</summary>
    public PublishedEvent? Event { get; init; }

    internal static StimulusRow Start(string? trigger) => new(trigger, null, null, null);

    internal static StimulusRow Resume(string bookmark, string outcome, JsonNode? payload) => new(null, bookmark, outcome, payload);

    internal static StimulusRow Continue() => new(null, null, null, null) { GoesOn = true };

    internal Stimulus ToStimulus() => this switch
    {
        { GoesOn: true } => new Stimulus.Continue(),
        { BookmarkId: { } bookmark } => new Stimulus.Resume(bookmark, Outcome, Payload),
        _ => new Stimulus.Start(Input?.ToDictionary(x => x.Key, x => x.Value) ?? NoInput, Trigger) { Payload = Payload, CorrelationId = CorrelationId },
    };

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static StimulusRow FromJson(string json) => JsonSerializer.Deserialize<StimulusRow>(json)!;
}

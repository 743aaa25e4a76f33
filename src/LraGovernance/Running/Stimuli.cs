using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Running;

/// <summary>A stimulus as it is kept: with an incident, or in the queue of the commit in progress.</summary>
internal sealed record StimulusRow(string? Trigger, string? BookmarkId, string? Outcome, JsonNode? Payload)
{
    private static readonly Dictionary<string, JsonNode?> NoInput = [];

    internal static StimulusRow Start(string? trigger) => new(trigger, null, null, null);

    internal static StimulusRow Resume(string bookmark, string outcome, JsonNode? payload) => new(null, bookmark, outcome, payload);

    internal Stimulus ToStimulus() => BookmarkId is null
        ? new Stimulus.Start(NoInput, Trigger)
        : new Stimulus.Resume(BookmarkId, Outcome, Payload);

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static StimulusRow FromJson(string json) => JsonSerializer.Deserialize<StimulusRow>(json)!;
}

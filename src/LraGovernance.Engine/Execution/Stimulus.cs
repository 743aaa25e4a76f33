using System.Text.Json.Nodes;

namespace LraGovernance.Engine.Execution;

/// <summary>What sets an instance going.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>Begins a new instance.</summary>
    /// <param name="Input">The workflow's inputs, names in any case.</param>
    /// <param name="TriggerActivityId">The activity that set it off, where the flowchart holding it then starts; null when started by hand.
    /// Started by hand, an instance whose start is a Cron flagged <c>canStartWorkflow</c> goes on at once, as if that had rung.</param>
    public sealed record Start(IReadOnlyDictionary<string, JsonNode?> Input, string? TriggerActivityId) : Stimulus
    {
        /// <summary>What the trigger brings along, or null.</summary>
        public JsonNode? Payload { get; init; }

        /// <summary>What the instance belongs to, for events; the workflow may change it.</summary>
        public string? CorrelationId { get; init; }
    }

    /// <summary>Goes on from a bookmark.</summary>
    /// <param name="BookmarkId">The bookmark.</param>
    /// <param name="Outcome">The outcome for the waiting activity to leave by, or null for its own choice.</param>
    /// <param name="Payload">What is brought along, or null.</param>
    public sealed record Resume(string BookmarkId, string? Outcome, JsonNode? Payload) : Stimulus;

    /// <summary>The host could not do what was asked for at a bookmark: the waiting activity faults.</summary>
    /// <param name="BookmarkId">The bookmark.</param>
    /// <param name="Message">Why, for people.</param>
    public sealed record Fail(string BookmarkId, string Message) : Stimulus;

    /// <summary>Goes on with what was queued when <see cref="Step.Call"/> stopped the burst; its bookmark stays open.</summary>
    public sealed record Continue : Stimulus;

    /// <summary>Calls the instance off; a faulted one too.</summary>
    public sealed record Cancel(string Reason) : Stimulus;
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Tests.Support;

/// <summary>Plays the host: keeps the state between bursts and collects what they give.</summary>
internal sealed class Instance(WorkflowDefinition definition, bool savesBetween = true)
{
    public static DateTimeOffset Noon { get; } = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An instance that is under way already.</summary>
    public Instance(WorkflowDefinition definition, WorkflowState state)
        : this(definition) => State = state;

    public WorkflowState? State { get; private set; }

    public List<Effect> Effects { get; } = [];

    public List<JournalEntry> Journal { get; } = [];

    public IEnumerable<string> Lines => Effects.OfType<Effect.WriteLine>().Select(line => line.Text);

    public WorkflowStatus Status => State!.Status;

    public Burst Start(string? trigger = null, IReadOnlyDictionary<string, JsonNode?>? inputs = null) =>
        Run(new Stimulus.Start(inputs ?? new Dictionary<string, JsonNode?>(), trigger));

    public Burst Answer(string activityId, string? outcome = null, JsonNode? payload = null)
    {
        var bookmark = State!.Bookmarks.FirstOrDefault(b => b.ActivityId == activityId);
        return Run(new Stimulus.Resume(bookmark?.Id ?? activityId, outcome, payload));
    }

    public Burst Cancel(string reason) => Run(new Stimulus.Cancel(reason));

    public int Completions(string activityId) => Journal.Count(entry => entry.ActivityId == activityId && entry.Event == JournalEvents.Completed);

    public Burst Run(Stimulus stimulus)
    {
        var burst = Runner.Run(definition, State, stimulus, Noon);
        State = savesBetween ? WorkflowState.FromJson(burst.State.ToJson()) : burst.State;
        Effects.AddRange(burst.Effects);
        Journal.AddRange(burst.Journal);
        return burst;
    }
}

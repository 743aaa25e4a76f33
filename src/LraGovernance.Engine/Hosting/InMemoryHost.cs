using System.Globalization;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Hosting;

/// <summary>
/// Runs workflows with their children, events and timers, and forgets them: for the command line and for tests. What is work of its own
/// (a dispatched child, a published event, a parent whose child is over) is done in turn, each after the step before has come to rest.
/// </summary>
/// <param name="published">The definitions that may be started by others; of one in several versions the highest counts.</param>
/// <param name="now">The time at the start; it moves by <see cref="Advance"/> alone.</param>
/// <param name="nextOccurrence">The next time after the one given at which a cron expression rings; null when there is none.</param>
public sealed class InMemoryHost(IEnumerable<WorkflowDefinition> published, DateTimeOffset now, Func<string, DateTimeOffset, DateTimeOffset?> nextOccurrence)
{
    private const int MostInsideEachOther = 100, MostStepsWithoutWait = 10_000;

    private readonly Dictionary<string, WorkflowDefinition> definitions =
        published.GroupBy(x => x.DefinitionId).ToDictionary(same => same.Key, same => same.MaxBy(x => x.Version)!, StringComparer.Ordinal);

    private readonly List<HostedInstance> instances = [];
    private readonly Queue<Action> work = new();
    private readonly PriorityQueue<(HostedInstance Instance, string BookmarkId), (DateTimeOffset Due, int Order)> timers = new();
    private int ordered;
    private int steps;

    /// <summary>The time.</summary>
    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>Every instance, in the order of starting.</summary>
    public IReadOnlyList<HostedInstance> Instances => instances;

    /// <summary>Gets each line that a workflow writes.</summary>
    public Action<string> Write { get; init; } = _ => { };

    /// <summary>How a state is kept between two bursts.</summary>
    public Func<WorkflowState, WorkflowState> Keep { get; init; } = state => state;

    /// <summary>Starts an instance and does all work that follows.</summary>
    /// <exception cref="EndlessWorkException">Workflows set each other off without end; as for every other member that does work.</exception>
    public HostedInstance Start(WorkflowDefinition definition, Stimulus.Start start)
    {
        var instance = Make(definition, depth: 0);
        Drive(instance, start);
        WorkToRest();
        return instance;
    }

    /// <summary>Sends a stimulus to an instance and does all work that follows.</summary>
    /// <returns>Null, or why the stimulus met nothing.</returns>
    public ResumeMiss? Send(HostedInstance instance, Stimulus stimulus)
    {
        var miss = Drive(instance, stimulus);
        WorkToRest();
        return miss;
    }

    /// <summary>
    /// Publishes an event: it starts an instance of every published workflow with an Event of exactly that name flagged as its start, and
    /// resumes everything that waits for it now. It is not kept for whoever might wait for it later.
    /// </summary>
    /// <param name="name">The event's name.</param>
    /// <param name="payload">What it brings, or null.</param>
    /// <param name="correlationId">Reach only instances that belong to this; null: all.</param>
    /// <returns>How many instances it started or resumed at once.</returns>
    public int Publish(string name, JsonNode? payload = null, string? correlationId = null)
    {
        var reached = Deliver(name, payload, correlationId, only: null);
        WorkToRest();
        return reached;
    }

    /// <summary>Moves the time on to the next timer and resumes it.</summary>
    /// <returns>False when nothing waits for time.</returns>
    public bool Advance()
    {
        while (timers.TryDequeue(out var timer, out var at))
        {
            if (timer.Instance.IsOver || timer.Instance.State!.Bookmarks.All(x => x.Id != timer.BookmarkId))
                continue;
            Now = at.Due > Now ? at.Due : Now;
            steps = 0;
            Send(timer.Instance, new Stimulus.Resume(timer.BookmarkId, null, null));
            return true;
        }
        return false;
    }

    private HostedInstance Make(WorkflowDefinition definition, int depth)
    {
        var instance = new HostedInstance((instances.Count + 1).ToString(CultureInfo.InvariantCulture), definition, depth);
        instances.Add(instance);
        return instance;
    }

    private void WorkToRest()
    {
        while (work.TryDequeue(out var next))
            next();
        steps = 0;
    }

    private ResumeMiss? Drive(HostedInstance instance, Stimulus? stimulus)
    {
        while (stimulus is not null)
        {
            var burst = Runner.Run(instance.Definition, instance.State, stimulus, Now);
            if (burst.Miss is { } miss)
                return miss;
            instance.State = Keep(burst.State);
            instance.Journal.AddRange(burst.Journal);
            instance.Effects.AddRange(burst.Effects);
            stimulus = null;
            foreach (var effect in burst.Effects)
                stimulus = CarryOut(instance, effect) ?? stimulus;
        }
        if (instance is { IsOver: true, Waiter: var (parent, bookmark) })
        {
            instance.Waiter = null;
            work.Enqueue(() => Drive(parent, new Stimulus.Resume(bookmark, null, Outputs(instance))));
        }
        return null;
    }

    private Stimulus? CarryOut(HostedInstance instance, Effect effect)
    {
        switch (effect)
        {
            case Effect.WriteLine line:
                Write(line.Text);
                return null;
            case Effect.SetTimer timer:
                timers.Enqueue((instance, timer.Bookmark.Id), (timer.DueAt, ordered++));
                return null;
            case Effect.Ask { Bookmark.Name: "Elsa.Cron" } ask:
                if (nextOccurrence((string)ask.Request["cronExpression"]!, Now) is { } due)
                    timers.Enqueue((instance, ask.Bookmark.Id), (due, ordered++));
                return null;
            case Effect.Ask { Bookmark.Name: "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow" } ask:
                return StartChild(instance, ask.Bookmark, ask.Request);
            case Effect.Tell { ActivityType: "Elsa.PublishEvent" } tell:
                var (name, payload, correlation) = ((string)tell.Message["eventName"]!, tell.Message["payload"]?.DeepClone(), (string?)tell.Message["correlationId"]);
                var only = (bool)tell.Message["isLocalEvent"]! ? instance : null;
                work.Enqueue(() => Deliver(name, payload, correlation, only));
                return null;
            default:
                return null;
        }
    }

    private Stimulus StartChild(HostedInstance parent, Bookmark bookmark, JsonObject request)
    {
        var name = (string)request["workflowDefinitionId"]!;
        if (!definitions.TryGetValue(name, out var definition))
            return new Stimulus.Fail(bookmark.Id, $"there is no published workflow '{name}'");
        if (parent.Depth == MostInsideEachOther || ++steps > MostStepsWithoutWait)
            return new Stimulus.Fail(bookmark.Id, $"more than {MostInsideEachOther} workflows inside each other, or {MostStepsWithoutWait} without a wait");
        var waits = (bool)request["waitForCompletion"]!;
        var start = new Stimulus.Start(Input(parent, request), null) { CorrelationId = (string?)request["correlationId"] };
        if (bookmark.Name == "Elsa.DispatchWorkflow")
        {
            var dispatched = Make(definition, depth: 0);
            dispatched.Waiter = waits ? (parent, bookmark.Id) : null;
            work.Enqueue(() => Drive(dispatched, start));
            return waits ? new Stimulus.Continue() : new Stimulus.Resume(bookmark.Id, null, null);
        }
        var child = Make(definition, parent.Depth + 1);
        Drive(child, start);
        if (!waits || child.IsOver)
            return new Stimulus.Resume(bookmark.Id, null, Standing(child));
        child.Waiter = (parent, bookmark.Id);
        return new Stimulus.Continue();
    }

    private int Deliver(string name, JsonNode? payload, string? correlationId, HostedInstance? only)
    {
        if (++steps > MostStepsWithoutWait)
            throw new EndlessWorkException($"more than {MostStepsWithoutWait} events and children without a wait; the last is '{name}'");
        var waiting = (from instance in only is null ? instances : [only]
            where instance.State is { Status: WorkflowStatus.Suspended } && (correlationId is null || instance.State.CorrelationId == correlationId)
            from bookmark in instance.State!.Bookmarks
            where bookmark.Name == "Elsa.Event" && (string?)bookmark.Request?["eventName"] == name
            select (instance, bookmark.Id)).ToList();
        var triggers = (from definition in only is null ? definitions.Values : Enumerable.Empty<WorkflowDefinition>()
            from activity in definition.AllActivities()
            where activity is { Type: "Elsa.Event", CanStartWorkflow: true } && activity.Literal("eventName") == name
            select (definition, activity.Id)).ToList();
        foreach (var (definition, trigger) in triggers)
            Drive(Make(definition, depth: 0), new Stimulus.Start(new Dictionary<string, JsonNode?>(), trigger) { Payload = payload, CorrelationId = correlationId });
        return triggers.Count + waiting.Count(x => Drive(x.instance, new Stimulus.Resume(x.Id, null, payload?.DeepClone())) is null);
    }

    private static Dictionary<string, JsonNode?> Input(HostedInstance parent, JsonObject request)
    {
        var input = request["input"]!.AsObject().ToDictionary(x => x.Key, x => x.Value?.DeepClone());
        input["ParentInstanceId"] = parent.Id;
        return input;
    }

    private static JsonObject Outputs(HostedInstance instance) =>
        new(instance.State!.Outputs.Select(x => KeyValuePair.Create(x.Key, x.Value?.DeepClone())));

    // As Elsa names it: a status that is Running or Finished, and a sub-status that tells more.
    private static JsonObject Standing(HostedInstance child) => new()
    {
        ["workflowInstanceId"] = child.Id,
        ["status"] = child.IsOver ? "Finished" : "Running",
        ["subStatus"] = child.State!.Status.ToString(),
        ["output"] = Outputs(child),
    };
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Execution;

/// <summary>One instance during one burst: thawed from a state, run until the queue is empty or a fault stops it, and frozen again.</summary>
internal sealed partial class Machine(WorkflowDefinition definition, DateTimeOffset now, Counters last)
{
    private const int MostActivitiesInBurst = 10_000;

    private readonly List<Effect> effects = [];
    private bool triggerIsDue;
    private bool startedByHand;
    private bool isStopped;
    private int begun;
    private ActivityNode current = definition.Root;

    public WorkflowDefinition Definition => definition;

    public DateTimeOffset Now => now;

    public WorkflowStatus Status { get; private set; } = WorkflowStatus.Running;

    public Memory Memory { get; } = new(definition);

    public Frame? Root { get; set; }

    public WorkQueue Waiting { get; } = new();

    public List<Incident> Incidents { get; } = [];

    public Journal Journal { get; } = new(last.Journal, now);

    public Counters Last { get; private set; } = last;

    public IReadOnlyList<Effect> Effects => effects;

    public string? TriggerActivityId { get; private set; }

    public JsonNode? TriggerPayload { get; private set; }

    /// <summary>What the workflow calls this instance, or null.</summary>
    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    public void Start(Stimulus.Start stimulus)
    {
        (TriggerActivityId, TriggerPayload, CorrelationId) = (stimulus.TriggerActivityId, stimulus.Payload, stimulus.CorrelationId);
        (triggerIsDue, startedByHand) = (TriggerActivityId is not null, TriggerActivityId is null);
        foreach (var (name, value) in stimulus.Input)
            Memory.Inputs[name] = value?.DeepClone();
        Guard(() => Begin(definition.Root, new WorkItem(null, 0, null)));
        RunToRest();
    }

    public void Resume(Frame frame, string? outcome, JsonNode? payload)
    {
        frame.Bookmark = null;
        current = frame.Node;
        Guard(() => Apply(frame, frame.Node.Activity.Resume(new ActivityContext(this, frame, null, false), outcome, payload)));
        RunToRest();
    }

    public void Fail(Frame frame, string message)
    {
        frame.Bookmark = null;
        StopAt(new WorkflowFault(message, frame.Node));
        RunToRest();
    }

    public void Continue() => RunToRest();

    public Frame FrameAt(string bookmarkId) => Root!.SelfAndDescendants().First(frame => frame.Bookmark?.Id == bookmarkId);

    public void Cancel(string reason)
    {
        Waiting.Clear();
        if (Root is not null)
            Withdraw([Root], reason);
        Root = null;
        Status = WorkflowStatus.Cancelled;
    }

    public object? Evaluate(Frame frame, InputBinding binding) => Memory.Evaluate(frame, binding);

    public void Queue(Frame owner, int place, JsonNode?[]? given = null) => Waiting.Add(new WorkItem(owner, place, given));

    public void SetOutput(Frame frame, string output, JsonNode? value)
    {
        if (Array.Find(frame.Node.Outputs, binding => binding.Output == output) is { } binding)
            Memory.Output(frame, binding, value?.DeepClone());
    }

    /// <summary>Withdraws a container's children at these places, and returns the place of each: the started ones, then the queued.</summary>
    public IReadOnlyList<int> CancelChildren(Frame owner, bool[] places, string reason)
    {
        var started = owner.Children.Where(child => places[child.Place]).ToArray();
        var queued = Waiting.Withdraw(item => ReferenceEquals(item.Owner, owner) && places[item.Place]);
        Withdraw(started, reason);
        return [.. started.Select(frame => frame.Place), .. queued.Select(item => item.Place)];
    }

    private void RunToRest()
    {
        while (Status == WorkflowStatus.Running && !isStopped && Waiting.TryTake(out var item))
        {
            current = item.Owner!.Node.Children[item.Place];
            try
            {
                Begin(current, item);
            }
            catch (Exception failure)
            {
                StopAt(failure);
            }
        }
        if (Status == WorkflowStatus.Running)
            Status = Root is null ? WorkflowStatus.Finished : WorkflowStatus.Suspended;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            StopAt(failure);
        }
    }

    private void Begin(ActivityNode node, WorkItem item)
    {
        if (++begun > MostActivitiesInBurst)
            throw new WorkflowFault($"more than {MostActivitiesInBurst} activities in one burst") { IsLimit = true };
        Last = Last with { Frame = Last.Frame + 1 };
        var frame = new Frame(Last.Frame, node, item.Owner, item.Place, item.Given);
        if (item.Owner is null)
            Root = frame;
        else
            frame.Join();
        Journal.Add(node, JournalEvents.Started);
        if (node.Variables.Count > 0)
            frame.Variables = Memory.Defaults(node.Variables);
        Apply(frame, node.Activity is Container container
            ? container.Enter(new ContainerContext(this, frame))
            : node.Activity.Execute(new ActivityContext(this, frame, EvaluateAll(frame), IsTrigger(node))));
    }

    private object?[]? EvaluateAll(Frame frame)
    {
        if (!frame.Node.HasInputsToEvaluate)
            return null;
        var bindings = frame.Node.Inputs;
        var values = new object?[bindings.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Memory.Evaluate(frame, bindings[i]);
        return values;
    }

    // A trigger rings once; met again, it waits like any other.
    private bool IsTrigger(ActivityNode node)
    {
        var rang = triggerIsDue && node.Id == TriggerActivityId;
        var rings = rang || startedByHand && node.CanStartWorkflow && node.Activity.RingsWhenStartedByHand;
        triggerIsDue &= !rang;
        startedByHand = false;
        return rings;
    }

    private void Apply(Frame frame, Step step)
    {
        switch (step)
        {
            case Step.Completion completion:
                Complete(frame, completion, completion.Outcomes);
                break;
            case Step.Asking asking:
                effects.Add(new Effect.Ask(Wait(frame, asking.Request), asking.Request));
                isStopped |= asking.StopsTheBurst;
                break;
            case Step.Sleeping sleeping:
                effects.Add(new Effect.SetTimer(Wait(frame, new JsonObject { ["dueAt"] = sleeping.Due }), sleeping.Due));
                break;
            case Step.Telling telling:
                effects.Add(new Effect.Tell(frame.Node.Type, frame.Node.Id, $"{frame.Node.Key}/{frame.Id}", telling.Message));
                Complete(frame, telling, ["Done"]);
                break;
            case Step.Writing writing:
                effects.Add(new Effect.WriteLine(frame.Node.Id, writing.Text));
                Complete(frame, step, ["Done"]);
                break;
            case Step.Assignment assignment:
                Memory.Assign(frame, assignment.Variable, assignment.Value);
                Complete(frame, step, ["Done"]);
                break;
            case Step.Yielding yielding:
                Memory.Outputs[yielding.WorkflowOutput] = yielding.Value;
                Complete(frame, step, ["Done"]);
                break;
            case Step.Naming naming:
                Name = naming.Name;
                Complete(frame, step, ["Done"]);
                break;
            case Step.Correlating correlating:
                CorrelationId = correlating.CorrelationId;
                Complete(frame, step, ["Done"]);
                break;
            case Step.ContainerEnd:
                EndContainer(frame);
                break;
            case Step.LoopEnd:
                BreakOut(frame);
                break;
            case Step.WorkflowEnd end:
                FinishAll(frame, string.Join(", ", end.Outcomes));
                break;
            case Step.Failure failure:
                throw new WorkflowFault(failure.Message, frame.Node) { Details = failure.Details };
            case Step.Continuation:
                break;
            default:
                throw new InvalidOperationException($"{frame.Node.Type} returned no step.");
        }
    }

    private Bookmark Wait(Frame frame, JsonObject request)
    {
        Last = Last with { Bookmark = Last.Bookmark + 1 };
        frame.Bookmark = new Bookmark(BookmarkNumber.ToId(Last.Bookmark), frame.Node.Id, frame.Node.Type, request);
        Journal.Add(frame.Node, JournalEvents.Waiting);
        return frame.Bookmark;
    }

    private void Complete(Frame frame, Step step, string[] outcomes)
    {
        RequireOwnOutcomes(frame.Node, outcomes);
        foreach (var (output, value) in step.Outputs)
            SetOutput(frame, output, value);
        Leave(frame, outcomes);
    }

    private void Leave(Frame frame, string[] outcomes)
    {
        Close(frame, string.Join(", ", outcomes));
        if (frame.Parent is { } parent)
            Apply(parent, ((Container)parent.Node.Activity).ChildCompleted(new ContainerContext(this, parent), frame.Place, outcomes));
    }

    private static void RequireOwnOutcomes(ActivityNode node, string[] outcomes)
    {
        foreach (var outcome in outcomes)
            if (!node.Outcomes.Contains(outcome) && node.Activity.OutcomesAreKnown(node))
                throw new WorkflowFault($"left by '{outcome}', which is not among its outcomes: {string.Join(", ", node.Outcomes)}", node);
    }

    private void Close(Frame frame, string outcome)
    {
        Journal.Add(frame.Node, JournalEvents.Completed, outcome);
        frame.Leave();
        if (frame.Parent is null)
            Root = null;
    }

    private void StopAt(Exception failure)
    {
        var node = (failure as WorkflowFault)?.Node ?? current;
        var fault = failure as WorkflowFault;
        var isForeign = failure is not (WorkflowFault or ConversionException);
        Journal.Add(node, JournalEvents.Faulted, failure.Message);
        Incidents.Add(new Incident(node.Id, node.Type, node.Path, failure.Message, isForeign ? failure.GetType().FullName : null, now, fault?.Details));
        // Where the definition goes on after faults, the failed activity stays under way for good, and its containers with it.
        if (!definition.GoesOnAfterFaults || fault?.IsLimit == true)
            Status = WorkflowStatus.Faulted;
    }
}

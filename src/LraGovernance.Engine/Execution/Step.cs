using System.Text.Json.Nodes;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Execution;

/// <summary>What an activity wants done; the runner does it. A closed set, built by the factory methods.</summary>
public abstract record Step
{
    private static readonly Completion Done = new(["Done"]);

    private Step() { }

    internal static Step Ended { get; } = new ContainerEnd();

    internal static Step FinishedAll { get; } = new WorkflowEnd([]);

    internal static Step BrokenOut { get; } = new LoopEnd();

    internal static Step Carrying { get; } = new Continuation();

    internal IReadOnlyList<KeyValuePair<string, JsonNode?>> Outputs { get; private init; } = [];

    /// <summary>Completes by these outcomes; without any, by <c>Done</c>.</summary>
    public static Step Complete(params string[] outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return outcomes.Length == 0 || outcomes is ["Done"] ? Done : new Completion(outcomes);
    }

    /// <summary>Waits at a bookmark named by the activity's type, and asks the host (<see cref="Effect.Ask"/>).</summary>
    public static Step Wait(JsonObject request) => new Asking(request);

    /// <summary>
    /// Waits like <see cref="Wait"/>, and stops the burst there: the host answers with <see cref="Stimulus.Resume"/>, <see cref="Stimulus.Fail"/>
    /// or <see cref="Stimulus.Continue"/> before anything else of the instance runs. What was queued is kept meanwhile.
    /// </summary>
    public static Step Call(JsonObject request) => new Asking(request) { StopsTheBurst = true };

    /// <summary>Tells the host something (<see cref="Effect.Tell"/>) and completes by <c>Done</c>.</summary>
    public static Step Tell(JsonObject message) => new Telling(message);

    /// <summary>Waits at a bookmark that is due at a time (<see cref="Effect.SetTimer"/>).</summary>
    public static Step WaitUntil(DateTimeOffset due) => new Sleeping(due);

    /// <summary>Stops the instance with an incident.</summary>
    public static Step Fault(string message) => new Failure(message);

    /// <summary>Adds the value of an output. A definition that binds the output gets it when the activity completes; otherwise it has no effect.</summary>
    /// <exception cref="InvalidOperationException">The step does not complete the activity.</exception>
    public Step With(string output, JsonNode? value) => this is Completion or Telling
        ? this with { Outputs = [.. Outputs, new(output, value)] }
        : throw new InvalidOperationException("Only a step that completes the activity has outputs.");

    internal sealed record Completion(string[] Outcomes) : Step;

    internal sealed record Asking(JsonObject Request) : Step
    {
        public bool StopsTheBurst { get; init; }
    }

    internal sealed record Telling(JsonObject Message) : Step;

    internal sealed record Sleeping(DateTimeOffset Due) : Step;

    internal sealed record Failure(string Message, FaultDetails? Details = null) : Step;

    internal sealed record Writing(string Text) : Step;

    internal sealed record Assignment(VariableSlot Variable, JsonNode? Value) : Step;

    internal sealed record Yielding(string WorkflowOutput, JsonNode? Value) : Step;

    internal sealed record Naming(string? Name) : Step;

    internal sealed record Correlating(string? CorrelationId) : Step;

    /// <summary>A container whose children still have to run.</summary>
    internal sealed record Continuation : Step;

    /// <summary>Completes the activity and the container it stands in.</summary>
    internal sealed record ContainerEnd : Step;

    /// <summary>Completes the activity and the loop it stands in, however deep.</summary>
    internal sealed record LoopEnd : Step;

    /// <summary>Completes the activity and the whole workflow.</summary>
    internal sealed record WorkflowEnd(IReadOnlyList<string> Outcomes) : Step;
}

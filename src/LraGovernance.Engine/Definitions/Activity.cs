using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Definitions;

/// <summary>
/// The description and behaviour of one activity type. One object serves every activity of that type in every instance and thread,
/// so it holds no state: an activity returns a <see cref="Step"/>, and the runner acts.
/// </summary>
public abstract class Activity
{
    /// <summary>The type name in definition files, case-sensitive, for example <c>Elsa.WriteLine</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The inputs read from the file, all evaluated before <see cref="Execute"/>.</summary>
    public virtual IReadOnlyList<ActivityInput> Inputs => [];

    /// <summary>The names of the outputs, which a definition may bind to a variable or a workflow output. See <see cref="Step.With"/>.</summary>
    public virtual IReadOnlyList<string> Outputs => [];

    /// <summary>Whether it may leave a bookmark.</summary>
    public virtual bool Waits => false;

    /// <summary>The outcomes it may leave by, judged by the node's literal inputs. Completing by another one is a fault.</summary>
    public virtual IReadOnlyList<string> Outcomes(ActivityNode node) => ["Done"];

    /// <summary>Whether <see cref="Outcomes"/> names every outcome; false where they depend on values known only at run time.</summary>
    public virtual bool OutcomesAreKnown(ActivityNode node) => true;

    /// <summary>Runs the activity. An exception counts as a fault of the workflow.</summary>
    public abstract Step Execute(ActivityContext context);

    /// <summary>Goes on after the wait. By default it completes by the given outcome, and its output <c>result</c> is the payload.</summary>
    /// <param name="context">The context; inputs are evaluated when asked for, not beforehand.</param>
    /// <param name="outcome">The outcome that the resumption names, or null.</param>
    /// <param name="payload">What the resumption brings, or null.</param>
    public virtual Step Resume(ActivityContext context, string? outcome, JsonNode? payload) =>
        payload is null ? Step.Complete(outcome ?? "Done") : Step.Complete(outcome ?? "Done").With("result", payload);

    /// <summary>Whether, flagged <c>canStartWorkflow</c>, it goes on at once as the first activity of an instance started by hand.</summary>
    internal virtual bool RingsWhenStartedByHand => false;

    /// <summary>Reads what is neither input nor output: children, connections, a variable to set.</summary>
    internal virtual void ReadParts(PartReader reader) { }
}

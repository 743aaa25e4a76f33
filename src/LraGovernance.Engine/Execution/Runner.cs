using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution.Saving;

namespace LraGovernance.Engine.Execution;

/// <summary>Runs workflows. Pure: the same definition, state, stimulus and time give the same burst, and nothing outside it is touched.</summary>
public static class Runner
{
    /// <summary>
    /// Takes an instance from a stimulus until there is nothing more to do. A fault in the workflow, an exception in an activity included,
    /// is never thrown: it gives a state that is Faulted, with an incident.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="state">The instance; null for <see cref="Stimulus.Start"/>, and only then. It is left as it is.</param>
    /// <param name="stimulus">What happened.</param>
    /// <param name="now">The time of the whole burst.</param>
    /// <exception cref="ArgumentException">The state is of another definition or version, does not go with the stimulus, or the definition has no such trigger.</exception>
    /// <exception cref="UnreadableStateException">The state does not fit the definition.</exception>
    public static Burst Run(WorkflowDefinition definition, WorkflowState? state, Stimulus stimulus, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return stimulus switch
        {
            Stimulus.Start start when state is null => Start(definition, start, now),
            Stimulus.Start => throw new ArgumentException("An instance starts once: there is a state already.", nameof(state)),
            _ when state is null => throw new ArgumentException("Only a start goes without a state.", nameof(state)),
            _ when state.DefinitionId != definition.DefinitionId || state.Version != definition.Version =>
                throw new ArgumentException(
                    $"The state is of {state.DefinitionId} version {state.Version}, the definition is {definition.DefinitionId} version {definition.Version}.",
                    nameof(state)),
            Stimulus.Resume resume => AtBookmark(definition, state, resume.BookmarkId, now, (machine, frame) => machine.Resume(frame, resume.Outcome, resume.Payload)),
            Stimulus.Fail fail => AtBookmark(definition, state, fail.BookmarkId, now, (machine, frame) => machine.Fail(frame, fail.Message)),
            Stimulus.Continue => Continue(definition, state, now),
            Stimulus.Cancel cancel => Cancel(definition, state, cancel, now),
            _ => throw new ArgumentException("There is no such stimulus.", nameof(stimulus)),
        };
    }

    private static Burst Start(WorkflowDefinition definition, Stimulus.Start start, DateTimeOffset now)
    {
        if (start.TriggerActivityId is { } trigger && definition.Find(trigger) is null)
            throw new ArgumentException($"The definition {definition.DefinitionId} has no activity '{trigger}'.", nameof(start));
        var machine = new Machine(definition, now, default);
        machine.Start(start);
        return Rest(machine);
    }

    private static Burst AtBookmark(WorkflowDefinition definition, WorkflowState state, string bookmarkId, DateTimeOffset now, Action<Machine, Frame> act)
    {
        if (state.Status != WorkflowStatus.Suspended)
            return Miss(state, bookmarkId, MissReason.InstanceNotWaiting);
        if (!state.Bookmarks.Any(bookmark => bookmark.Id == bookmarkId))
            return Miss(state, bookmarkId, WasThere(state, bookmarkId) ? MissReason.AlreadyGone : MissReason.NeverThere);
        var machine = Thawing.Thaw(definition, state, now);
        act(machine, machine.FrameAt(bookmarkId));
        return Rest(machine);
    }

    private static Burst Continue(WorkflowDefinition definition, WorkflowState state, DateTimeOffset now)
    {
        if (!state.HasMoreToRun)
            return Miss(state, null, MissReason.InstanceNotWaiting);
        var machine = Thawing.Thaw(definition, state, now);
        machine.Continue();
        return Rest(machine);
    }

    private static bool WasThere(WorkflowState state, string bookmarkId) =>
        BookmarkNumber.TryParse(bookmarkId) is { } number && number > 0 && number <= state.Data.LastBookmark;

    private static Burst Cancel(WorkflowDefinition definition, WorkflowState state, Stimulus.Cancel cancel, DateTimeOffset now)
    {
        if (state.Status is WorkflowStatus.Finished or WorkflowStatus.Cancelled)
            return Miss(state, null, MissReason.InstanceNotWaiting);
        var machine = Thawing.Thaw(definition, state, now);
        machine.Cancel(cancel.Reason);
        return Rest(machine);
    }

    private static Burst Rest(Machine machine) => new(Freezing.Freeze(machine), machine.Effects, machine.Journal.Entries);

    private static Burst Miss(WorkflowState state, string? bookmarkId, MissReason reason) =>
        new(state, [], [], new ResumeMiss(bookmarkId, reason, state.Status));
}

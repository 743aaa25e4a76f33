using System.Text.Json.Nodes;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Engine.Execution;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Running;

/// <summary>Takes one stimulus through the engine and carries its effects out; the only place where a process's state is written.</summary>
internal sealed class Steps(
    GovernanceDb db, PinnedDefinitions pinned, IEnumerable<IStepEffect> effects, Events events, Bursts bursts, Record record, Caller caller, TimeProvider clock, ILogger<Steps> log)
{
    private readonly Dictionary<string, IStepEffect> _effects = effects.ToDictionary(x => x.ActivityType);

    internal async Task CarryOutAsync(Waiting waiting, CancellationToken cancellationToken)
    {
        if (waiting.Stimulus.Event is { } published)
        {
            await events.DeliverAsync(waiting.Instance, published, cancellationToken);
            return;
        }

        var instance = await db.Instances.FindAsync([waiting.Instance], cancellationToken)
            ?? throw new InvalidOperationException($"There is no instance {waiting.Instance}.");
        if (instance.Status == InstanceStatus.Held)
        {
            await KeepAsync(instance, waiting.Stimulus, cancellationToken);
            return;
        }

        var definition = await pinned.OfAsync(db, instance, cancellationToken);
        var before = instance.State is null ? null : WorkflowState.FromJson(instance.State);
        var burst = Runner.Run(definition, before, waiting.Stimulus.ToStimulus(), clock.GetUtcNow());
        if (burst.Miss is { } miss)
        {
            // The process itself has withdrawn what this answers, or has run already what this lets go on: earlier in this commit, or while it was held.
            if (miss.Reason != MissReason.NeverThere)
            {
                log.LogInformation("{Process} {Key} has gone on without an answer to {Bookmark}", instance.DefinitionId, instance.Key, miss.BookmarkId);
                return;
            }

            throw new InvalidOperationException($"{instance.DefinitionId} {instance.Key}: {miss}");
        }

        if (burst.State.Status == WorkflowStatus.Faulted)
        {
            var incident = burst.State.Incidents[^1];
            throw new StepFaultedException(incident.ActivityId, incident.Message);
        }

        await WriteAsync(instance, burst, cancellationToken);
        var isAnswered = false;
        foreach (var effect in burst.Effects)
        {
            isAnswered = await CarryOutAsync(instance, effect, cancellationToken);
        }

        // A call stops the burst, as its last effect: where it is not answered, the rest goes on meanwhile.
        if (burst.State.HasMoreToRun && !isAnswered)
        {
            bursts.Queue(new(instance.Id, StimulusRow.Continue()));
        }
    }

    private async Task KeepAsync(WorkflowInstance instance, StimulusRow stimulus, CancellationToken cancellationToken)
    {
        var ordinal = await db.HeldStimuli.CountAsync(x => x.InstanceId == instance.Id, cancellationToken);
        db.HeldStimuli.Add(new HeldStimulus
        {
            InstanceId = instance.Id, Ordinal = ordinal, Stimulus = stimulus.ToJson(), CausedBy = caller.Actor.PersonId,
        });
    }

    private async Task WriteAsync(WorkflowInstance instance, Burst burst, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        instance.State = burst.State.ToJson();
        instance.JournalLength += burst.Journal.Count;
        instance.CorrelationId = burst.State.CorrelationId;
        db.Journal.AddRange(burst.Journal.Select(x => new JournalRow
        {
            InstanceId = instance.Id, Sequence = x.Sequence, ActivityId = x.ActivityId, ActivityType = x.ActivityType,
            Event = x.Event, Outcome = x.Outcome, At = x.At,
        }));
        var standing = await db.Bookmarks.Where(x => x.InstanceId == instance.Id).ToListAsync(cancellationToken);
        var open = burst.State.Bookmarks.ToDictionary(x => x.Id);
        db.Bookmarks.RemoveRange(standing.Where(x => !open.ContainsKey(x.BookmarkId)));
        foreach (var bookmark in burst.State.Bookmarks.Where(x => standing.TrueForAll(s => s.BookmarkId != x.Id)))
        {
            db.Bookmarks.Add(new WaitingBookmark
            {
                InstanceId = instance.Id, BookmarkId = bookmark.Id, ActivityId = bookmark.ActivityId, Name = bookmark.Name, EventName = (string?)bookmark.Request?["eventName"], Since = now,
            });
        }

        if (burst.State.Status is WorkflowStatus.Finished or WorkflowStatus.Cancelled)
        {
            instance.Status = burst.State.Status == WorkflowStatus.Finished ? InstanceStatus.Finished : InstanceStatus.Cancelled;
            instance.FinishedAt = now;
            await record.AddAsync(new Fact("instance-finished", $"instance/{instance.Id}", $"{instance.DefinitionId} {instance.Key} {instance.Status}")
            {
                Process = instance.DefinitionId, InstanceKey = instance.Key, After = new { status = instance.Status },
            }, cancellationToken);
            TellParent(instance, burst.State);
        }
    }

    private void TellParent(WorkflowInstance instance, WorkflowState state)
    {
        if (instance is { ParentId: { } parent, ParentBookmarkId: { } bookmark })
        {
            instance.ParentBookmarkId = null;
            var outputs = new JsonObject(state.Outputs.Select(x => KeyValuePair.Create(x.Key, x.Value?.DeepClone())));
            bursts.QueueApart(parent, StimulusRow.Resume(bookmark, "Done", outputs));
        }
    }

    /// <returns>Whether it was a question, and has been answered at once.</returns>
    private async Task<bool> CarryOutAsync(WorkflowInstance instance, Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.Ask ask:
                var reply = await AskAsync(new(instance, ask.Bookmark.ActivityId, ask.Bookmark.Id, ask.Bookmark.Id, ask.Request), ask.Bookmark.Name, cancellationToken);
                if (reply is not null)
                {
                    bursts.Resume(instance.Id, ask.Bookmark.Id, reply.Outcome, reply.Payload);
                }

                return reply is not null;
            case Effect.Tell tell:
                await AskAsync(new(instance, tell.ActivityId, tell.Key, null, tell.Message), tell.ActivityType, cancellationToken);
                return false;
            case Effect.SetTimer timer:
                db.Agenda.Add(Timers.Item(instance, timer.Bookmark.Id, timer.DueAt));
                return false;
            case Effect.Cancel cancel:
                await WithdrawAsync(instance, cancel, cancellationToken);
                return false;
            case Effect.WriteLine:
                return false; // the journal has the step; what it says is for the console of run-workflow
            default:
                throw new InvalidOperationException($"No way is known to carry out {effect.GetType().Name}.");
        }
    }

    private async Task<Reply?> AskAsync(Asked asked, string activityType, CancellationToken cancellationToken)
    {
        var actor = caller.Actor;
        caller.Actor = actor.AsStep($"{asked.Instance.DefinitionId}/{asked.Instance.Key}/{asked.ActivityId}");
        try
        {
            return await EffectOf(activityType).CarryOutAsync(asked, cancellationToken);
        }
        catch (Exception failure) when (failure is not StepFaultedException and not OperationCanceledException && !Transient.Is(failure))
        {
            throw new StepFaultedException(asked.ActivityId, failure.Message, failure);
        }
        finally
        {
            caller.Actor = actor;
        }
    }

    private async Task WithdrawAsync(WorkflowInstance instance, Effect.Cancel cancel, CancellationToken cancellationToken)
    {
        foreach (var bookmark in cancel.Bookmarks)
        {
            await Timers.ForgetAsync(db, instance.Id, bookmark.Id, cancellationToken);
            if (_effects.TryGetValue(bookmark.Name, out var effect))
            {
                await effect.WithdrawAsync(instance, bookmark.Id, cancel.Reason, cancellationToken);
            }
        }
    }

    private IStepEffect EffectOf(string activityType) => _effects.TryGetValue(activityType, out var effect) ? effect
        : throw new InvalidOperationException($"No feature carries out {activityType}.");
}

using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Running;

/// <summary>
/// The processes that a command moves on, inside its transaction. What a command queues here runs after its own change is
/// saved: if a step then faults, everything since that savepoint is rolled back, the change stands, and the stimulus is
/// kept with an incident for staff to retry.
/// </summary>
public sealed class Bursts(
    GovernanceDb db, IServiceProvider services, Caller caller, Randomness randomness, TimeProvider clock, ICrashPoints crash,
    ILogger<Bursts> log)
{
    private const string Savepoint = "before_burst";
    private const int StimuliPerChain = 1_000;
    private const int ChainsPerCommit = 1_000;

    private readonly LinkedList<Waiting> _pending = new();
    private readonly List<Waiting> _apart = [];
    private Queue<Waiting>? _chain;

    /// <summary>Resumes an instance with a step's outcome, later in this commit.</summary>
    public void Resume(Guid instance, string bookmark, string outcome, System.Text.Json.Nodes.JsonNode? payload = null) =>
        Queue(new(instance, StimulusRow.Resume(bookmark, outcome, payload)));

    internal void Queue(Waiting waiting)
    {
        if (_chain is null)
        {
            _pending.AddLast(waiting);
        }
        else
        {
            _chain.Enqueue(waiting);
        }
    }

    /// <summary>
    /// Work of its own, in the same commit: it runs when the step that asks for it, and all that follows from that, has come to rest.
    /// A fault in it holds only its own instance; when the step is rolled back, it is not done.
    /// </summary>
    internal void QueueApart(Guid instance, StimulusRow stimulus) => _apart.Add(new(instance, stimulus, caller.Actor.PersonId));

    internal async Task CarryOutAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        for (var chains = 1; _pending.First is { Value: var first }; chains++)
        {
            _pending.RemoveFirst();
            await transaction.CreateSavepointAsync(Savepoint, cancellationToken);
            var actor = caller.Actor;
            crash.Pass("after-savepoint");
            try
            {
                caller.Actor = first.CausedBy is null ? actor : actor with { PersonId = first.CausedBy };
                RequireEnd(chains <= ChainsPerCommit, $"More than {ChainsPerCommit} pieces of work in one commit: processes go round among each other without waiting.");
                await CarryOutChainAsync(first, cancellationToken);
                foreach (var next in Enumerable.Reverse(_apart))
                {
                    _pending.AddFirst(next); // before anything that was asked for later
                }
            }
            catch (Exception failure) when (!Transient.Is(failure) && failure is not OperationCanceledException)
            {
                log.LogError(failure, "A step of instance {Instance} faulted; the change before it stands, the rest is rolled back", first.Instance);
                await transaction.RollbackToSavepointAsync(Savepoint, cancellationToken);
                crash.Pass("after-rollback-to-savepoint");
                db.ChangeTracker.Clear();
                await HoldAsync(transaction, first, failure, cancellationToken);
                await services.GetRequiredService<Record>().LockHeadAsync(services.GetRequiredService<Record>().Service, cancellationToken);
            }
            finally
            {
                caller.Actor = actor;
                _apart.Clear();
            }
        }
    }

    private async Task CarryOutChainAsync(Waiting first, CancellationToken cancellationToken)
    {
        var steps = services.GetRequiredService<Steps>();
        _chain = new Queue<Waiting>([first]);
        try
        {
            for (var carried = 0; _chain.TryDequeue(out var next); carried++)
            {
                RequireEnd(carried < StimuliPerChain, $"More than {StimuliPerChain} stimuli in one commit: the process goes round without waiting.");
                await steps.CarryOutAsync(next, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        finally
        {
            _chain = null;
        }
    }

    private static void RequireEnd(bool isWithinLimit, string otherwise)
    {
        if (!isWithinLimit)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    /// <summary>Writes the incident through a context that has seen nothing of the burst that was rolled back.</summary>
    private async Task HoldAsync(IDbContextTransaction transaction, Waiting first, Exception failure, CancellationToken cancellationToken)
    {
        await using var fresh = await OnSameTransactionAsync(transaction, cancellationToken);
        var record = new Record(fresh, caller, randomness, clock);
        await record.LockHeadAsync(services.GetRequiredService<Record>().Service, cancellationToken);
        var instance = await fresh.Instances.SingleAsync(x => x.Id == first.Instance, cancellationToken);
        var ordinal = await fresh.HeldStimuli.CountAsync(x => x.InstanceId == instance.Id, cancellationToken);
        var activity = (failure as StepFaultedException)?.ActivityId ?? "";
        var incident = new IncidentRow
        {
            Id = randomness.Id("incident", $"{instance.Id}/{await fresh.Incidents.CountAsync(x => x.InstanceId == instance.Id, cancellationToken)}"),
            InstanceId = instance.Id, ActivityId = activity, Message = failure.Message, Exception = failure.ToString(), At = clock.GetUtcNow(),
        };
        fresh.Incidents.Add(incident);
        fresh.HeldStimuli.Add(new HeldStimulus
        {
            InstanceId = instance.Id, Ordinal = ordinal, Stimulus = first.Stimulus.ToJson(), CausedBy = caller.Actor.PersonId,
        });
        instance.Status = InstanceStatus.Held;
        await record.AddAsync(new Fact("incident", $"incident/{incident.Id}", $"Step '{activity}' faulted and is held for a retry")
        {
            Process = instance.DefinitionId, InstanceKey = instance.Key, After = new { activity },
        }, cancellationToken);
        await fresh.SaveChangesAsync(cancellationToken);
    }

    private async Task<GovernanceDb> OnSameTransactionAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<GovernanceDb>();
        var connection = db.Database.GetDbConnection();
        _ = db.Database.IsSqlite() ? options.UseSqlite(connection) : options.UseNpgsql(connection);
        var fresh = new GovernanceDb(options.Options);
        await fresh.Database.UseTransactionAsync(transaction.GetDbTransaction(), cancellationToken);
        return fresh;
    }
}

/// <summary>An instance and what it is to be woken with.</summary>
/// <param name="CausedBy">The person whose act it goes back to, where that is not whoever acts now: a retry.</param>
internal sealed record Waiting(Guid Instance, StimulusRow Stimulus, Guid? CausedBy = null);

/// <summary>A step of a process faulted, in the engine or in the command that it sent.</summary>
public sealed class StepFaultedException(string activityId, string message, Exception? inner = null) : Exception(message, inner)
{
    public string ActivityId => activityId;
}

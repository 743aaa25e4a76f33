using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>Runs the held step of an incident again, and what came after it in order.</summary>
[Roles("administrator", "commissioner")]
public sealed record RetryIncident(Guid CommandId, string Service, Guid IncidentId) : ICommand<RetryIncidentResult>;

public abstract record RetryIncidentResult
{
    /// <summary>The steps were tried again; if one faults again, a new incident says so.</summary>
    public sealed record Retried : RetryIncidentResult;

    public sealed record AlreadyRetried : RetryIncidentResult;

    public sealed record NotFound : RetryIncidentResult;
}

internal sealed class RetryIncidentValidator : AbstractValidator<RetryIncident>
{
    public RetryIncidentValidator() => RuleFor(x => x.IncidentId).NotEmpty();
}

internal sealed class RetryIncidentHandler(GovernanceDb db, Bursts bursts, Record record, TimeProvider clock) : IRequestHandler<RetryIncident, RetryIncidentResult>
{
    public async Task<RetryIncidentResult> Handle(RetryIncident request, CancellationToken cancellationToken)
    {
        if (await db.Incidents.FindAsync([request.IncidentId], cancellationToken) is not { } incident
            || await db.Instances.FindAsync([incident.InstanceId], cancellationToken) is not { } instance
            || instance.Service != request.Service)
        {
            return new RetryIncidentResult.NotFound();
        }

        if (incident.RetriedAt is not null || instance.Status != InstanceStatus.Held)
        {
            return new RetryIncidentResult.AlreadyRetried();
        }

        incident.RetriedAt = clock.GetUtcNow();
        instance.Status = instance.FinishedAt is null ? InstanceStatus.Waiting : InstanceStatus.Finished;
        var held = await db.HeldStimuli.Where(x => x.InstanceId == instance.Id).OrderBy(x => x.Ordinal).ToListAsync(cancellationToken);
        db.HeldStimuli.RemoveRange(held);
        foreach (var stimulus in held)
        {
            bursts.Queue(new(instance.Id, StimulusRow.FromJson(stimulus.Stimulus), stimulus.CausedBy));
        }

        await record.AddAsync(new Fact("incident-retried", $"incident/{incident.Id}", $"Step '{incident.ActivityId}' is tried again")
        {
            Process = instance.DefinitionId, InstanceKey = instance.Key, After = new { stimuli = held.Count },
        }, cancellationToken);
        return new RetryIncidentResult.Retried();
    }
}

using FluentValidation;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Thread;
using LraGovernance.Variations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>A variation that has moved up becomes a case of change management (R-120, R-122; clause 20.3).</summary>
[SystemOnly]
public sealed record StartChange(Guid CommandId, string Service, string Variation, Guid InstanceId) : IStepCommand<StartChange, StartChangeResult>
{
    public static StartChange From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, origin.InstanceId);
}

public abstract record StartChangeResult
{
    public sealed record Started(string Number) : StartChangeResult;
}

internal sealed class StartChangeValidator : AbstractValidator<StartChange>
{
    public StartChangeValidator() => RuleFor(x => x.Variation).NotEmpty();
}

internal sealed class StartChangeHandler(GovernanceDb db, ChangeDesk desk, CaseNumbers numbers, Instances instances, GoldenThread thread, TimeProvider clock)
    : IRequestHandler<StartChange, StartChangeResult>
{
    public async Task<StartChangeResult> Handle(StartChange command, CancellationToken cancellationToken)
    {
        var variation = await db.Variations.FindAsync([command.Service, command.Variation], cancellationToken)
            ?? throw new InvalidOperationException($"{command.Service} has no variation {command.Variation}.");
        var at = clock.GetUtcNow();
        var year = FinancialYear.Of(London.DateOf(at));
        var change = new ChangeCase
        {
            Service = command.Service, Number = await numbers.NextAsync(command.Service, ChangeDesk.NumberPrefix, year, cancellationToken), FinancialYear = $"{year}",
            Variation = variation.Number, Title = variation.Title, RaisedAt = at, State = ChangeState.Writing,
        };
        db.Changes.Add(change);
        await thread.TieAsync(command.Service, ThreadEnd.Variation(variation.Number), ThreadEnd.Change(change.Number), "became", cancellationToken);
        await desk.RecordAsync(change, "change-started", $"Begun from variation {variation.Number}", new { variation = variation.Number, because = variation.Class }, cancellationToken);
        var parent = await db.Instances.SingleAsync(x => x.Id == command.InstanceId, cancellationToken);
        await instances.StartApartAsync(ChangeDesk.Process, change.Number, StimulusRow.Start(null), parent, null, cancellationToken);
        return new StartChangeResult.Started(change.Number);
    }
}

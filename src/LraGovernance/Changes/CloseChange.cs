using FluentValidation;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Changes;

/// <summary>A change ends without a version: the Board, whoever takes the formal decision, or the service has said no, or nobody answered in time.</summary>
[SystemOnly]
public sealed record CloseChange(Guid CommandId, string Service, string Number, string Outcome) : IStepCommand<CloseChange, CloseChangeResult>
{
    public static CloseChange From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, (string?)origin.Input["outcome"] ?? "");
}

public abstract record CloseChangeResult
{
    public sealed record Closed : CloseChangeResult;
}

internal sealed class CloseChangeValidator : AbstractValidator<CloseChange>
{
    public CloseChangeValidator() => RuleFor(x => x.Outcome).NotEmpty();
}

internal sealed class CloseChangeHandler(ChangeDesk desk, TimeProvider clock) : IRequestHandler<CloseChange, CloseChangeResult>
{
    public async Task<CloseChangeResult> Handle(CloseChange command, CancellationToken cancellationToken)
    {
        var change = await desk.OfAsync(command.Service, command.Number, cancellationToken);
        (change.State, change.Outcome, change.ClosedAt) = (ChangeState.Closed, command.Outcome, clock.GetUtcNow());
        await desk.RecordAsync(change, "change-closed", $"Closed. {command.Outcome}", new { outcome = command.Outcome }, cancellationToken);
        return new CloseChangeResult.Closed();
    }
}

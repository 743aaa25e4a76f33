using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Performance;

/// <summary>Evaluates the figures of a round by the rules: ratings, and the runs out of tolerance .</summary>
[SystemOnly]
public sealed record EvaluateFigures(Guid CommandId, string Service, string Month) : IStepCommand<EvaluateFigures, EvaluateFiguresResult>
{
    public static EvaluateFigures From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record EvaluateFiguresResult
{
    public sealed record Evaluated(int Found) : EvaluateFiguresResult;
}

internal sealed class EvaluateFiguresValidator : AbstractValidator<EvaluateFigures>
{
    public EvaluateFiguresValidator() => RuleFor(x => x.Month).NotEmpty();
}

internal sealed class EvaluateFiguresHandler(GovernanceDb db, EvaluationDesk desk, Record record, TimeProvider clock) : IRequestHandler<EvaluateFigures, EvaluateFiguresResult>
{
    public async Task<EvaluateFiguresResult> Handle(EvaluateFigures command, CancellationToken cancellationToken)
    {
        var found = await desk.EvaluateAsync(command.Service, cancellationToken);
        var round = await db.KpiRounds.FindAsync([command.Service, command.Month], cancellationToken)
            ?? throw new InvalidOperationException($"There is no round for {command.Month}.");
        round.State = RoundState.Evaluated;
        round.EvaluatedAt = clock.GetUtcNow();
        await record.AddAsync(new Fact("figures-evaluated", $"round/{command.Month}", $"Figures for {Period.Parse(command.Month).InWords} are evaluated: {found.Raised.Count} newly out of tolerance")
        {
            Process = "kpi-monitoring", InstanceKey = command.Month, After = EvaluationDesk.Told(found),
        }, cancellationToken);
        return new EvaluateFiguresResult.Evaluated(found.Raised.Count);
    }
}

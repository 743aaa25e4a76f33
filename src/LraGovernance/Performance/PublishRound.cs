using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>The commissioner has reviewed the figures: they are public from now on (004 3.7).</summary>
[SystemOnly]
public sealed record PublishRound(Guid CommandId, string Service, string Month) : IStepCommand<PublishRound, PublishRoundResult>
{
    public static PublishRound From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record PublishRoundResult
{
    public sealed record Published : PublishRoundResult;
}

internal sealed class PublishRoundValidator : AbstractValidator<PublishRound>
{
    public PublishRoundValidator() => RuleFor(x => x.Month).NotEmpty();
}

internal sealed class PublishRoundHandler(GovernanceDb db, Record record, TimeProvider clock) : IRequestHandler<PublishRound, PublishRoundResult>
{
    public async Task<PublishRoundResult> Handle(PublishRound command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var round = await db.KpiRounds.FindAsync([command.Service, command.Month], cancellationToken)
            ?? throw new InvalidOperationException($"There is no round for {command.Month}.");
        (round.State, round.PublishedAt) = (RoundState.Published, now);
        var asked = await db.AskedFigures.AsNoTracking().Where(x => x.Service == command.Service && x.Month == command.Month).ToListAsync(cancellationToken);
        var periods = asked.Select(x => x.Period).Distinct().ToList();
        var references = asked.Select(x => x.Reference).ToList();
        var figures = await db.IndicatorFigures
            .Where(x => x.Service == command.Service && references.Contains(x.Reference) && periods.Contains(x.Period) && x.PublicSince == null).ToListAsync(cancellationToken);
        figures.ForEach(x => x.PublicSince = now);
        await record.AddAsync(new Fact("figures-published", $"round/{command.Month}", $"Figures for {Period.Parse(command.Month).InWords} are public")
        {
            Process = "kpi-monitoring", InstanceKey = command.Month, After = new { figures = figures.Count, missing = asked.Count(x => x.State == AskedState.Missing) },
        }, cancellationToken);
        return new PublishRoundResult.Published();
    }
}

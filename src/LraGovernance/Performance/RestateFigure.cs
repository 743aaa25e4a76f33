using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>
/// Corrects a figure, or brings one that was missing. The first statement stays; the figures are evaluated again, as they are known from now on.
/// </summary>
/// <param name="IsSure">Whoever brings it has been asked whether a figure outside its plausible range is right, and says that it is.</param>
[Roles("indicator-reporter", "head-of-service")]
public sealed record RestateFigure(Guid CommandId, string Service, string Reference, string Period, string? Value, string? Reason, bool IsSure = false) : ICommand<RestateFigureResult>;

public abstract record RestateFigureResult
{
    public sealed record Recorded(int Sequence) : RestateFigureResult;

    /// <summary>It is outside its plausible range, and nothing is stored until it is said that it is right.</summary>
    public sealed record Questioned(PlausibleRange Usual) : RestateFigureResult, INothingDone;

    /// <summary>It says what is known already.</summary>
    public sealed record Unchanged : RestateFigureResult, INothingDone;

    /// <summary>Another part of the service reports it, or it has never been asked for.</summary>
    public sealed record NotYours : RestateFigureResult, INothingDone;

    /// <summary>Its return is still open: it is entered there.</summary>
    public sealed record StillOpen : RestateFigureResult, INothingDone;
}

internal sealed class RestateFigureValidator : AbstractValidator<RestateFigure>
{
    public RestateFigureValidator()
    {
        RuleFor(x => x.Value).Must(x => Amount.TryParse(x, out _)).WithMessage(x => TextRules.IsBlank(x.Value) ? "Enter the figure" : "The figure must be a number, like 96.5");
        RuleFor(x => x.Reason).Written("Enter the reason").AtMost(1_000, "The reason");
    }
}

internal sealed class RestateFigureHandler(
    GovernanceDb db, FigureBook book, ReturnDesk returns, EvaluationDesk desk, Record record, TimeProvider clock)
    : IRequestHandler<RestateFigure, RestateFigureResult>
{
    public async Task<RestateFigureResult> Handle(RestateFigure command, CancellationToken cancellationToken)
    {
        var asked = await db.AskedFigures.Where(x => x.Service == command.Service && x.Reference == command.Reference && x.Period == command.Period).SingleOrDefaultAsync(cancellationToken);
        if (asked is null || !await returns.MayBringAsync(asked, cancellationToken))
        {
            return new RestateFigureResult.NotYours();
        }

        if (asked.State == AskedState.Due)
        {
            return new RestateFigureResult.StillOpen();
        }

        var (period, value) = (Calendar.Period.Parse(command.Period), Amount.Parse(command.Value));
        if ((await book.LatestAsync(command.Service, command.Reference, period, cancellationToken))?.Value == value)
        {
            return new RestateFigureResult.Unchanged();
        }

        if (!command.IsSure && await returns.IndicatorAsync(asked, cancellationToken) is var indicator && !Amount.IsPlausible(indicator, value))
        {
            return new RestateFigureResult.Questioned(indicator.Plausible!);
        }

        var figure = await book.SubmitAsync(command.Service, command.Reference, period, value, null, command.Reason, cancellationToken);
        var round = await db.KpiRounds.FindAsync([command.Service, asked.Month], cancellationToken);
        figure.PublicSince ??= round?.PublishedAt is null ? null : clock.GetUtcNow();
        asked.State = AskedState.Submitted;
        if (round?.State != RoundState.Open)
        {
            var found = await desk.EvaluateAsync(command.Service, cancellationToken);
            await record.AddAsync(new Fact("figures-evaluated", $"figure/{command.Reference}/{command.Period}", $"The figures are evaluated again: {command.Reference} is restated")
            {
                Process = "kpi-monitoring", InstanceKey = asked.Month, After = EvaluationDesk.Told(found),
            }, cancellationToken);
        }

        return new RestateFigureResult.Recorded(figure.Sequence);
    }
}

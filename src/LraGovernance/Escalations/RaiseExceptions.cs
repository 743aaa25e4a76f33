using FluentValidation;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>One exception for each run of figures out of tolerance that none stands for yet, and for figures missing twice running (R-109; clause 16.1).</summary>
[SystemOnly]
public sealed record RaiseExceptions(Guid CommandId, string Service, string Month, Guid InstanceId) : IStepCommand<RaiseExceptions, RaiseExceptionsResult>
{
    public static RaiseExceptions From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey, origin.InstanceId);
}

public abstract record RaiseExceptionsResult
{
    public sealed record Raised(int Exceptions) : RaiseExceptionsResult;

    public sealed record None : RaiseExceptionsResult;
}

internal sealed class RaiseExceptionsValidator : AbstractValidator<RaiseExceptions>
{
    public RaiseExceptionsValidator() => RuleFor(x => x.Month).NotEmpty();
}

internal sealed class RaiseExceptionsHandler(GovernanceDb db, ExceptionDesk desk, Instances instances, Settings settings, KnownFile file, TimeProvider clock)
    : IRequestHandler<RaiseExceptions, RaiseExceptionsResult>
{
    public async Task<RaiseExceptionsResult> Handle(RaiseExceptions command, CancellationToken cancellationToken)
    {
        var parent = (await db.Instances.FindAsync([command.InstanceId], cancellationToken))!;
        var known = await file.AtAsync(command.Service, clock.GetUtcNow(), cancellationToken);
        var raised = 0;
        foreach (var row in await db.OutOfToleranceRuns.Where(x => x.Service == command.Service && (x.EndedAt == null || x.Exception == null)).OrderBy(x => x.Reference).ToListAsync(cancellationToken))
        {
            var run = EvaluationDesk.RunOf(row);
            if (row.Exception is { } number)
            {
                await FollowAsync(await desk.OfAsync(command.Service, number, cancellationToken), run, known, cancellationToken);
                continue;
            }

            var opened = await desk.OpenAsync(command.Service, next => Case(command.Service, next, run, known), cancellationToken);
            row.Exception = opened.Number;
            await StartAsync(opened, parent, cancellationToken);
            raised++;
        }

        raised += await RaiseMissingAsync(command, parent, known, cancellationToken);
        return raised == 0 ? new RaiseExceptionsResult.None() : new RaiseExceptionsResult.Raised(raised);
    }

    private async Task StartAsync(ExceptionCase opened, WorkflowInstance parent, CancellationToken cancellationToken) =>
        _ = await instances.StartApartAsync(ExceptionDesk.Process, opened.Number, StimulusRow.Start(null), parent, null, cancellationToken)
            ?? throw new InvalidOperationException($"{opened.Number} has a process already.");

    private ExceptionCase Case(string service, string number, ToleranceRun run, Known known)
    {
        var first = run.Breaches[0];
        return new ExceptionCase
        {
            Service = service, Number = number, Source = ExceptionSource.Figures, Matter = Matter.Issue, Nature = Nature.Performance,
            Title = $"{Named(known, run.Reference, run.First)}, out of tolerance since {Since(run.First)}", What = What(run, known), Reference = run.Reference, First = $"{run.First}", Clause = first.Clause,
            StraightToBoard = run.GoesTo == "board", UpAfterWorkingDays = run.Breaches.Min(x => x.UpAfterWorkingDays) ?? 0,
            State = run.GoesTo == "board" ? ExceptionState.WithBoard : ExceptionState.WithSenior, RaisedAt = clock.GetUtcNow(),
        };
    }

    /// <summary>A run that goes on: a further kind of breach is added to its exception, and raises where it goes.</summary>
    private async Task FollowAsync(ExceptionCase one, ToleranceRun run, Known known, CancellationToken cancellationToken)
    {
        var what = What(run, known);
        if (one.What == what || one.State == ExceptionState.Closed)
        {
            return;
        }

        one.What = what;
        one.StraightToBoard |= run.GoesTo == "board";
        await desk.RecordAsync(one, "exception-followed", $"{run.Reference} is out of tolerance in {run.Last.InWords} too", new { kinds = run.Kinds, last = $"{run.Last}" }, cancellationToken);
    }

    private async Task<int> RaiseMissingAsync(RaiseExceptions command, WorkflowInstance parent, Known known, CancellationToken cancellationToken)
    {
        var missing = await db.AskedFigures.AsNoTracking().Where(x => x.Service == command.Service && x.State == AskedState.Missing).ToListAsync(cancellationToken);
        var days = await settings.NumberAsync(command.Service, "exceptionUpAfterWorkingDays", cancellationToken);
        var raised = 0;
        foreach (var late in missing.Where(x => x.Month == command.Month && missing.Exists(y => y.Reference == x.Reference && y.Period == $"{Period.Parse(x.Period).Previous}")))
        {
            var period = Period.Parse(late.Period);
            var name = known.Indicator(late.Reference, period)?.Name ?? late.Reference;
            var opened = await desk.OpenAsync(command.Service, number => new ExceptionCase
            {
                Service = command.Service, Number = number, Source = ExceptionSource.MissingFigures, Matter = Matter.Issue, Nature = Nature.Performance,
                Title = $"{Named(known, late.Reference, period)}, not reported twice running", What = $"{name}: no figure for {period.Previous.InWords}, nor for {period.InWords}.", Reference = late.Reference,
                First = late.Period, Clause = "16.1", UpAfterWorkingDays = days, State = ExceptionState.WithSenior, RaisedAt = clock.GetUtcNow(),
            }, cancellationToken);
            await StartAsync(opened, parent, cancellationToken);
            raised++;
        }

        return raised;
    }

    private static string Named(Known known, string reference, Period period) => known.Indicator(reference, period) is { } indicator ? $"{reference} {indicator.Name}" : reference;

    /// <summary>Since May 2016; since the quarter April to June 2016.</summary>
    private static string Since(Period first) => first.Kind switch
    {
        PeriodKind.Month => first.InWords,
        PeriodKind.Quarter => $"the quarter {first.InWords}",
        _ => $"the year {first.InWords}",
    };

    /// <summary>Both sides of each breach, a line for each period: the figure, and what was signed.</summary>
    private static string What(ToleranceRun run, Known known) => string.Join('\n', run.Breaches.GroupBy(x => x.Period).Select(period =>
    {
        var indicator = known.Indicator(run.Reference, period.Key)!;
        var kinds = period.Select(x => $"{SpecificationWords.Of(indicator.Tolerances.First(t => t.Kind == x.Kind)).ToLowerInvariant()} (clause {x.Clause})");
        return $"{period.Key.InWords}: {SpecificationWords.Figure(period.First().Value, indicator.Unit)}, {string.Join("; ", kinds)}";
    }));
}

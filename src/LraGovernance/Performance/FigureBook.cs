using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>Writes figures, each with its entry in the record. Nothing is written over: a restatement is the next statement.</summary>
internal sealed class FigureBook(GovernanceDb db, Record record, Caller caller, Randomness randomness, TimeProvider clock)
{
    internal async Task<IndicatorFigure> SubmitAsync(
        string service, string reference, Period period, decimal value, string? comment, string? reason, CancellationToken cancellationToken)
    {
        var before = await LatestAsync(service, reference, period, cancellationToken);
        var sequence = (before?.Sequence ?? 0) + 1;
        var figure = new IndicatorFigure
        {
            Id = randomness.Id("figure", $"{service}/{reference}/{period}/{sequence}"), Service = service, Reference = reference, Period = $"{period}", Sequence = sequence,
            Value = Amount.WithoutBlankDigits(value), At = clock.GetUtcNow(), ById = caller.Actor.PersonId!.Value, Comment = TextRules.IsBlank(comment) ? null : comment.Trim(), Reason = reason?.Trim(),
            PublicSince = before?.PublicSince is null ? null : clock.GetUtcNow(),
        };
        db.IndicatorFigures.Add(figure);
        await record.AddAsync(new Fact(sequence == 1 ? "figure-submitted" : "figure-restated", $"figure/{reference}/{period}",
            $"{reference}, {period.InWords}: {(sequence == 1 ? "reported" : $"restated, statement {sequence}")}")
        {
            Process = "kpi-monitoring", InstanceKey = $"{period}",
            Before = before is null ? null : new { value = before.Value, sequence = before.Sequence },
            After = new { reference, period = $"{period}", value = figure.Value, sequence },
            Personal = [.. Said("comment", figure.Comment), .. Said("reason", figure.Reason)],
        }, cancellationToken);
        return figure;

        IEnumerable<PersonalText> Said(string name, string? text) => text is null ? [] : [new(name, figure.ById, text)];
    }

    internal async Task<IndicatorFigure?> LatestAsync(string service, string reference, Period period, CancellationToken cancellationToken)
    {
        var text = $"{period}";
        return db.IndicatorFigures.Local.Where(x => x.Service == service && x.Reference == reference && x.Period == text).MaxBy(x => x.Sequence)
            ?? await db.IndicatorFigures.Where(x => x.Service == service && x.Reference == reference && x.Period == text)
                .OrderByDescending(x => x.Sequence).FirstOrDefaultAsync(cancellationToken);
    }
}

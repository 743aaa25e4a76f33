using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>What the person who asks is to report for a task; null for anybody else.</summary>
[KnownPerson]
public sealed record ReadReturn(Guid TaskId) : IQuery<IReadOnlyList<FigureToReport>?>;

/// <param name="Before">The figure of the period before; null where there is none.</param>
public sealed record FigureToReport(Indicator Indicator, Period Period, decimal? Before);

internal sealed class ReadReturnHandler(GovernanceDb db, ReturnDesk desk) : IRequestHandler<ReadReturn, IReadOnlyList<FigureToReport>?>
{
    public async Task<IReadOnlyList<FigureToReport>?> Handle(ReadReturn request, CancellationToken cancellationToken)
    {
        if (await desk.OfTaskAsync(request.TaskId, SubmitReturnHandler.TaskKind, cancellationToken) is not { Count: > 0 } asked)
        {
            return null;
        }

        var service = asked[0].Asked.Service;
        var references = asked.Select(x => x.Asked.Reference).ToList();
        var periods = asked.Select(x => $"{Period.Parse(x.Asked.Period).Previous}").Distinct().ToList();
        var before = (await db.IndicatorFigures.AsNoTracking().Where(x => x.Service == service && references.Contains(x.Reference) && periods.Contains(x.Period)).ToListAsync(cancellationToken))
            .GroupBy(x => x.Reference).ToDictionary(x => x.Key, x => x.MaxBy(figure => figure.Sequence)!.Value);
        return [.. asked.Select(x => new FigureToReport(x.Indicator, Period.Parse(x.Asked.Period), before.TryGetValue(x.Asked.Reference, out var value) ? value : null))];
    }
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Performance;

/// <summary>
/// A figure for whoever corrects it or brings it in: as the last statement has it, public or not. Null where it has never been asked for, or is not
/// public yet and another part of the service reports it.
/// </summary>
[Roles("indicator-reporter", "head-of-service")]
public sealed record ReadFigure(string Service, string Reference, string? Period) : IQuery<FigureView?>;

/// <param name="Indicator">As the version has it that judges the period.</param>
/// <param name="Value">As it is known now; null while it is missing.</param>
public sealed record FigureView(Indicator Indicator, Period Period, decimal? Value);

internal sealed class ReadFigureHandler(GovernanceDb db, ReturnDesk returns, FigureBook book) : IRequestHandler<ReadFigure, FigureView?>
{
    public async Task<FigureView?> Handle(ReadFigure request, CancellationToken cancellationToken)
    {
        var asked = await db.AskedFigures.AsNoTracking().Where(x => x.Service == request.Service && x.Reference == request.Reference && x.Period == request.Period)
            .SingleOrDefaultAsync(cancellationToken);
        if (asked is null || !await MaySeeAsync(asked, cancellationToken))
        {
            return null;
        }

        var period = Period.Parse(asked.Period);
        return new(await returns.IndicatorAsync(asked, cancellationToken), period, (await book.LatestAsync(request.Service, request.Reference, period, cancellationToken))?.Value);
    }

    private async Task<bool> MaySeeAsync(AskedFigure asked, CancellationToken cancellationToken) =>
        await db.KpiRounds.AnyAsync(x => x.Service == asked.Service && x.Month == asked.Month && x.PublishedAt != null, cancellationToken)
        || await returns.MayBringAsync(asked, cancellationToken);
}

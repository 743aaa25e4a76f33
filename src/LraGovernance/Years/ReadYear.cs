using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Years;

/// <summary>The commissioning year as a list: every dated thing of it, done, open, late or ahead .</summary>
/// <param name="FinancialYear">Such as 2016-17; that of today where it is left out.</param>
[KnownPerson]
public sealed record ReadYear(string Service, string? FinancialYear) : IQuery<YearView?>;

/// <param name="Years">The years that the calendar knows, in their order.</param>
/// <param name="Events">In the order of their days.</param>
public sealed record YearView(FinancialYear Year, DateOnly Today, IReadOnlyList<FinancialYear> Years, IReadOnlyList<YearStage> Stages, IReadOnlyList<YearEvent> Events)
{
    /// <summary>What somebody still has to do, soonest first.</summary>
    public IEnumerable<YearEvent> Waiting => Events.Where(x => x.Standing is YearStanding.Late or YearStanding.Open && x.Kind is YearEventKind.Task or YearEventKind.Decision);
}

public enum YearEventKind { Date, Start, Finish, Task, Decision }

/// <param name="Day">When it was done, is due or will be.</param>
/// <param name="What">A title, as its own page has it.</param>
/// <param name="By">The role or the body that it is asked of.</param>
/// <param name="Outcome">How a decision ended.</param>
/// <param name="LastSafeDay">The last day on which what is open keeps what is ahead.</param>
/// <param name="Instance">The process that it belongs to.</param>
/// <param name="About">The period or case, in words.</param>
public sealed record YearEvent(
    DateOnly Day, YearEventKind Kind, string What, YearStanding Standing, string? By = null, string? Outcome = null, DateOnly? LastSafeDay = null, Guid? Instance = null, string? About = null);

internal sealed class ReadYearHandler(GovernanceDb db, YearEvents events, TimeProvider clock) : IRequestHandler<ReadYear, YearView?>
{
    public async Task<YearView?> Handle(ReadYear request, CancellationToken cancellationToken)
    {
        var names = await db.NamedDates.AsNoTracking().Where(x => x.Service == request.Service).Select(x => x.FinancialYear).Distinct().ToListAsync(cancellationToken);
        var known = names.Select(FinancialYear.Parse).OrderBy(x => x.StartsIn).ToList();
        var today = London.DateOf(clock.GetUtcNow());
        if (known.Count == 0 || (request.FinancialYear is { } asked && !names.Contains(asked)))
        {
            return null;
        }

        var year = request.FinancialYear is { } text ? FinancialYear.Parse(text) : CommissioningYear.At(today, known);
        return new(year, today, known, CommissioningYear.StagesOf(year, await ProcessesAsync(request.Service, year, cancellationToken)), await events.OfAsync(request.Service, year, cancellationToken));
    }

    private async Task<IReadOnlyList<YearProcess>> ProcessesAsync(string service, FinancialYear year, CancellationToken cancellationToken)
    {
        var (own, next) = ($"{year}", $"{year.Next}");
        return await db.Instances.AsNoTracking()
            .Where(x => x.Service == service && (x.FinancialYear == own || (x.FinancialYear == next && x.DefinitionId == CommissioningYear.Refresh)))
            .Select(x => new YearProcess(x.Id, x.DefinitionId, x.Key, x.StartedAt, x.FinishedAt)).ToListAsync(cancellationToken);
    }
}

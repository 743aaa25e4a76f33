using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Performance;
using LraGovernance.Running;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>Opens exceptions, finds them, and knows how they stand.</summary>
internal sealed class ExceptionDesk(GovernanceDb db, CaseNumbers numbers, Settings settings, GoldenThread thread, Record record, TimeProvider clock)
{
    internal const string Process = "exception-escalation", Kind = "exception";

    /// <summary>Writes the case under the next number; its process is started by the caller.</summary>
    internal async Task<ExceptionCase> OpenAsync(string service, Func<string, ExceptionCase> make, CancellationToken cancellationToken)
    {
        var opened = make(await numbers.NextAsync(service, "EX", FinancialYear.Of(London.DateOf(clock.GetUtcNow())), cancellationToken));
        db.Exceptions.Add(opened);
        if (opened.Reference is { } reference)
        {
            await thread.TieAsync(service, ThreadEnd.Indicator(reference), ThreadEnd.Exception(opened.Number), "raised", cancellationToken);
        }

        await RecordAsync(opened, "exception-raised", $"Raised: {opened.Title}", new
        {
            source = opened.Source, matter = opened.Matter, nature = opened.Nature, reference = opened.Reference, first = opened.First, clause = opened.Clause,
            goesTo = opened.StraightToBoard ? "board" : "smt", upAfterWorkingDays = opened.UpAfterWorkingDays,
        }, cancellationToken);
        return opened;
    }

    internal async Task<ExceptionCase> OfAsync(string service, string number, CancellationToken cancellationToken) =>
        await db.Exceptions.SingleOrDefaultAsync(x => x.Service == service && x.Number == number, cancellationToken)
        ?? throw new InvalidOperationException($"{service} has no exception {number}.");

    internal async Task<ExceptionStanding> StandingAsync(ExceptionCase one, CancellationToken cancellationToken)
    {
        var since = one.BoardDecidedAt > one.HandledAt || one.HandledAt is null ? one.BoardDecidedAt : one.HandledAt;
        var evaluations = since is null ? 0 : await db.KpiRounds.CountAsync(x => x.Service == one.Service && x.PublishedAt > since
            && (one.Reference == null || db.AskedFigures.Any(f => f.Service == x.Service && f.Month == x.Month && f.Reference == one.Reference)), cancellationToken);
        return new(await IsOverAsync(one, cancellationToken), one.Source != ExceptionSource.ByHand, one.StraightToBoard, one.Handling, one.HandledAt is not null, one.BoardDecision, evaluations);
    }

    internal Task<int> WatchPeriodsAsync(string service, CancellationToken cancellationToken) => settings.NumberAsync(service, "actionPlanWatchPeriods", cancellationToken);

    internal Task RecordAsync(ExceptionCase one, string happened, string detail, object? after, CancellationToken cancellationToken, IReadOnlyList<PersonalText>? said = null) =>
        record.AddAsync(new Fact(happened, $"exception/{one.Number}", detail) { Process = Process, InstanceKey = one.Number, After = after, Personal = said ?? [] }, cancellationToken);

    private async Task<bool> IsOverAsync(ExceptionCase one, CancellationToken cancellationToken) => one.Source switch
    {
        ExceptionSource.Figures => (await db.OutOfToleranceRuns.AsNoTracking().SingleAsync(x => x.Service == one.Service && x.Reference == one.Reference && x.First == one.First, cancellationToken)).EndedAt is not null,
        ExceptionSource.MissingFigures => !await db.AskedFigures.AnyAsync(x => x.Service == one.Service && x.Reference == one.Reference && x.Period == one.First && x.State == AskedState.Missing, cancellationToken),
        _ => false,
    };
}

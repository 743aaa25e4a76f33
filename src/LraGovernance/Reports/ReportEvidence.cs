using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Performance;
using LraGovernance.Register;
using LraGovernance.Specifications;
using LraGovernance.Variations;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>Collects from the record what a report of a year rests on. The report is public: what is not for the public is named by its number alone, or not at all.</summary>
internal sealed class ReportEvidence(GovernanceDb db, KnownFile file)
{
    /// <param name="service">The service.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="whole">The whole year's figures, or the latest period of each.</param>
    /// <param name="at">As it was public then.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<ReportFacts> CollectAsync(string service, FinancialYear year, bool whole, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var known = await file.PublicAtAsync(service, at, cancellationToken);
        var document = known.VersionFor(Period.Year(year))?.Document;
        var (first, last) = (London.At(year.First, TimeOnly.MinValue), London.At(year.Next.First, TimeOnly.MinValue));
        var closed = (await db.Publications.AsNoTracking().Where(x => x.Service == service && x.Kind == "decision" && x.Classification != Classification.Unrestricted)
            .Select(x => x.Key).ToListAsync(cancellationToken)).ToHashSet();
        var decisions = await db.DecisionRequests.AsNoTracking()
            .Where(x => x.Service == service && x.BodyKey == "strategic-board" && x.State == RequestState.Decided && x.ClosedAt >= first && x.ClosedAt < last && x.ClosedAt <= at)
            .OrderBy(x => x.ClosedAt).ToListAsync(cancellationToken);
        var variations = await db.Variations.AsNoTracking().Where(x => x.Service == service && x.FinancialYear == year.ToString()).OrderBy(x => x.Number).ToListAsync(cancellationToken);
        var exceptions = await db.Exceptions.AsNoTracking().Where(x => x.Service == service && x.RaisedAt >= first && x.RaisedAt < last).OrderBy(x => x.Number).ToListAsync(cancellationToken);
        return new(
            at, [.. (document?.Indicators ?? []).Select(x => Figure(known, x, year, whole))],
            [.. exceptions.Select(x => new CitedFact($"exception/{x.Number}", x.Source == ExceptionSource.ByHand ? $"{x.Number}: raised by hand" : $"{x.Number}: {x.Title}", London.DateOf(x.RaisedAt)))],
            [.. variations.Select(x => new CitedFact($"variation/{x.Number}", x.ProducedVersion is null ? $"Variation {x.Number}" : $"Variation {x.Number}: {x.Title}", London.DateOf(x.RaisedAt)))],
            [.. decisions.Where(x => !closed.Contains(x.Id.ToString())).Select(x => new CitedFact($"decision/{x.Id}", $"{x.BodyName}: {x.Title}, {OptionWords.Of(x.Outcome!).ToLowerInvariant()}", London.DateOf(x.ClosedAt!.Value)))],
            [.. (document?.Outcomes ?? []).Where(x => x.Parent is null).Select(x => Outcome(document!, x))]);
    }

    private static FigureFact Figure(Known known, Indicator indicator, FinancialYear year, bool whole)
    {
        var period = whole ? Period.Year(year) : known.PeriodsOf(indicator.Ref).LastOrDefault(x => x.FinancialYear == year, Period.Year(year));
        var value = period.Kind == PeriodKind.Year ? known.Total(indicator.Ref, period) : known.Value(indicator.Ref, period);
        return new(indicator.Ref, indicator.Name, indicator.Group, indicator.Unit, $"{period}", value, indicator.Floor, indicator.Target, $"{known.Rating(indicator.Ref, period)}");
    }

    private static OutcomeFact Outcome(SpecificationDocument document, OutcomeHeading outcome)
    {
        // A clause names an outcome, an outcome and one of its supporting outcomes, or all.
        var clauses = document.Clauses.Where(x => x.Outcome == "all" || x.Outcome.Split('/')[0] == outcome.Code).ToList();
        var ids = clauses.Select(x => x.Id).ToHashSet();
        return new(outcome.Code, outcome.Title, [.. document.Indicators.Where(x => ids.Contains(x.Clause)).Select(x => x.Ref)
            .Union(clauses.Select(x => x.Indicator).OfType<string>()).Order(StringComparer.Ordinal)]);
    }
}

using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Specifications;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>Finds plans and what they answer, and keeps every version of their activities.</summary>
internal sealed class PlanDesk(GovernanceDb db, SpecificationVersions versions, GoldenThread thread, Record record, TimeProvider clock)
{
    internal const string Process = "service-plan-response", Kind = "service-plan";

    internal static string TitleOf(string financialYear) => $"Service plan {FinancialYear.Parse(financialYear).InWords}";

    internal async Task<ServicePlan> OfAsync(string service, string financialYear, CancellationToken cancellationToken) =>
        await db.ServicePlans.FindAsync([service, financialYear], cancellationToken) ?? throw new InvalidOperationException($"{service} has no service plan for {financialYear}.");

    /// <summary>The activities that stand, by number.</summary>
    internal async Task<IReadOnlyList<NumberedActivity>> ActivitiesAsync(string service, string financialYear, CancellationToken cancellationToken) =>
        [.. (await db.PlanActivities.AsNoTracking().Where(x => x.Service == service && x.FinancialYear == financialYear && x.SupersededAt == null && !x.Removed)
            .OrderBy(x => x.Number).ToListAsync(cancellationToken)).Select(x => new NumberedActivity(x.Number, x.Read()))];

    /// <summary>The text that a plan of that year answers: the version in force, or the last one of a year that is over.</summary>
    internal async Task<VersionInForce> SpecificationAsync(string service, string financialYear, CancellationToken cancellationToken)
    {
        var specification = await db.Specifications.AsNoTracking().Where(x => x.Service == service && x.FinancialYear == financialYear && x.InForceFrom != null)
                .OrderByDescending(x => x.Major).ThenByDescending(x => x.Minor).FirstOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"{service} has no specification in force for {financialYear}.");
        return new(specification, await versions.TextAsync(specification, cancellationToken));
    }

    /// <summary>Adds the next version of an activity; null in place of a content takes it out.</summary>
    internal async Task<PlanActivity> PutAsync(ServicePlan plan, string number, ActivityContent? content, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = await db.PlanActivities.SingleOrDefaultAsync(
            x => x.Service == plan.Service && x.FinancialYear == plan.FinancialYear && x.Number == number && x.SupersededAt == null, cancellationToken);
        if (before is not null)
        {
            before.SupersededAt = now;
            await db.SaveChangesAsync(cancellationToken); // two of them never stand at once
        }

        var version = new PlanActivity
        {
            Service = plan.Service, FinancialYear = plan.FinancialYear, Number = number, Version = (before?.Version ?? 0) + 1,
            Content = content is null ? before!.Content : CanonicalJson.Write(content), Removed = content is null, At = now, Reason = reason,
        };
        db.PlanActivities.Add(version);
        await db.SaveChangesAsync(cancellationToken);
        return version;
    }

    /// <summary>Freezes the text as it stands now.</summary>
    internal async Task<string> FreezeAsync(ServicePlan plan, IReadOnlyList<NumberedActivity> activities, VersionInForce answers, CancellationToken cancellationToken)
    {
        var json = CanonicalJson.Write(new PlanDocument(
            TitleOf(plan.FinancialYear), plan.FinancialYear, answers.Specification.RevisionHash!, CanonicalJson.Read<PlanFrame>(plan.Frame), activities));
        var last = await db.PlanRevisions.Where(x => x.Service == plan.Service && x.FinancialYear == plan.FinancialYear).MaxAsync(x => (int?)x.Number, cancellationToken) ?? 0;
        (plan.Revision, plan.Hash) = (last + 1, CanonicalJson.Hash(json));
        db.PlanRevisions.Add(new PlanRevision { Service = plan.Service, FinancialYear = plan.FinancialYear, Number = plan.Revision, Hash = plan.Hash, Json = json, At = clock.GetUtcNow() });
        return plan.Hash;
    }

    /// <summary>Ties activities to the clauses that they answer, and to what measures those.</summary>
    internal async Task TieAsync(ServicePlan plan, IEnumerable<NumberedActivity> activities, SpecificationDocument document, CancellationToken cancellationToken)
    {
        var measured = document.Indicators.Select(x => (x.Clause, x.Ref)).Union(document.Clauses.Where(x => x.Indicator is not null).Select(x => (Clause: x.Id, Ref: x.Indicator!))).ToLookup(x => x.Clause, x => x.Ref);
        var answers = activities.SelectMany(x => x.Content.Clauses.Select(clause => (x.Number, Clause: clause))).ToList();
        await thread.TieAllAsync(plan.Service, "clause", answers.Select(x => (ThreadEnd.Clause(plan.FinancialYear, x.Clause), End(x.Number), "answered by")), cancellationToken);
        await thread.TieAllAsync(plan.Service, "activity", answers.SelectMany(x => measured[x.Clause].Select(reference => (End(x.Number), ThreadEnd.Indicator(reference), "measured by"))), cancellationToken);

        ThreadEnd End(string number) => ThreadEnd.Activity(plan.FinancialYear, number);
    }

    internal Task UntieAsync(ServicePlan plan, string number, CancellationToken cancellationToken) =>
        thread.UntieAsync(plan.Service, ThreadEnd.Activity(plan.FinancialYear, number), cancellationToken);

    internal Task RecordAsync(ServicePlan plan, string happened, string detail, object? before, object? after, CancellationToken cancellationToken, IReadOnlyList<PersonalText>? said = null) =>
        record.AddAsync(new Fact(happened, $"service-plan/{plan.FinancialYear}", detail) { Process = Process, InstanceKey = plan.FinancialYear, Before = before, After = after, Personal = said ?? [] }, cancellationToken);
}

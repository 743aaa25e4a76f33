using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>A plan with what it answers.</summary>
/// <param name="Activities">By outcome, supporting outcome, function and number .</param>
/// <param name="Version">The version of the specification that it is held against.</param>
/// <param name="Functions">Whose activities the reader may change; null: everybody's.</param>
/// <param name="Roles">Who may own an activity: title by role.</param>
public sealed record PlanView(
    string Service, string FinancialYear, string Title, PlanState State, PlanFrame Frame, IReadOnlyList<ActivityLine> Activities, IReadOnlyList<CoverageLine> Coverage,
    IReadOnlyList<NumberedActivity> Unlinked, SpecificationDocument Specification, string Version, string? AnswersVersion, string? Hash, string? ReturnedBecause,
    DateTimeOffset? InForceSince, IReadOnlyList<Amendment> Amendments, bool MayAmend, IReadOnlyList<string>? Functions, IReadOnlyDictionary<string, string> Roles)
{
    public IReadOnlyList<CoverageLine> Gaps => [.. Coverage.Where(x => x.IsGap)];

    public bool MayChange(ActivityContent content) => Functions is null || Functions.Contains(content.Function);
}

public sealed record ActivityLine(string Number, int Version, ActivityContent Content);

/// <summary>A change of the plan in force.</summary>
public sealed record Amendment(DateTimeOffset At, string Number, string Title, bool Removed, bool Added, string Reason);

/// <summary>Puts a plan together for whoever reads it.</summary>
internal sealed class PlanReading(GovernanceDb db, PlanDesk desk, Caller caller, TimeProvider clock)
{
    internal async Task<PlanView> OfAsync(ServicePlan plan, IReadOnlyList<string>? functions, CancellationToken cancellationToken)
    {
        var rows = await db.PlanActivities.AsNoTracking().Where(x => x.Service == plan.Service && x.FinancialYear == plan.FinancialYear).OrderBy(x => x.Number).ThenBy(x => x.Version).ToListAsync(cancellationToken);
        var specification = await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var document = specification.Document;
        var frame = CanonicalJson.Read<PlanFrame>(plan.Frame);
        var places = document.Outcomes.Select((x, i) => (x.Code, i)).Concat(frame.Functions.Select((x, i) => (Code: x, i))).ToDictionary(x => x.Code, x => x.i);
        var lines = rows.Where(x => x is { SupersededAt: null, Removed: false }).Select(x => new ActivityLine(x.Number, x.Version, x.Read()))
            .OrderBy(x => places.GetValueOrDefault(x.Content.Outcome, int.MaxValue)).ThenBy(x => places.GetValueOrDefault(x.Content.Function, int.MaxValue)).ThenBy(x => x.Number, StringComparer.Ordinal).ToList();
        IReadOnlyCollection<NumberedActivity> activities = [.. lines.Select(x => new NumberedActivity(x.Number, x.Content)).OrderBy(x => x.Number, StringComparer.Ordinal)];
        return new(
            plan.Service, plan.FinancialYear, PlanDesk.TitleOf(plan.FinancialYear), plan.State, frame, lines, PlanCoverage.Of(document, activities),
            PlanCoverage.Unlinked(document, activities), document, SpecificationFile.VersionName(specification.Specification), plan.AnswersVersion, plan.Hash, plan.ReturnedBecause, plan.InForceSince,
            [.. rows.Where(x => x.Reason is not null && x.At > plan.InForceSince).OrderBy(x => x.At).Select(x => new Amendment(x.At, x.Number, x.Read().Title, x.Removed, x.Version == 1, x.Reason!))],
            plan.State == PlanState.InForce && caller.Actor.Holds(plan.Service, PlanEditing.MayAmend) && London.DateOf(clock.GetUtcNow()) <= FinancialYear.Parse(plan.FinancialYear).Last, functions,
            await db.Roles.AsNoTracking().Where(x => x.Service == plan.Service && x.Side == "service").ToDictionaryAsync(x => x.Key, x => x.Title, cancellationToken));
    }
}

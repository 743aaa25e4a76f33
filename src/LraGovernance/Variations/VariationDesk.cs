using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>What several steps of a variation need to know.</summary>
internal sealed class VariationDesk(GovernanceDb db, SpecificationVersions versions, Settings settings)
{
    internal const string Process = "contract-variation";
    internal const string NumberPrefix = "VA";
    internal const string ReasonTooLate = "The variation is closed.";

    /// <summary>The three who agree a minor variation .</summary>
    internal static readonly IReadOnlyList<string> Parties = ["commissioner", "head-of-service", "senior-manager"];

    internal static readonly IReadOnlyList<VariationState> Open = [VariationState.ToBeCompleted, VariationState.Assessing, VariationState.Agreeing];

    internal async Task<Variation> OfAsync(string service, string number, CancellationToken cancellationToken) =>
        await db.Variations.FindAsync([service, number], cancellationToken) ?? throw new InvalidOperationException($"{service} has no variation {number}.");

    internal Task<VersionInForce> InForceAsync(string service, CancellationToken cancellationToken) => versions.RequireInForceAsync(service, cancellationToken);

    /// <summary>What the proposal does to the budget in pounds, and whether that is more than the service's threshold.</summary>
    internal async Task<(decimal Effect, bool Affects)> BudgetAsync(Variation variation, SpecificationDocument now, CancellationToken cancellationToken)
    {
        var effect = VariationRules.BudgetEffect(now.Budget, VariationProposal.FromJson(variation.Proposal));
        return (effect, VariationRules.AffectsBudget(effect, await settings.NumberAsync(variation.Service, "variationBudgetThreshold", cancellationToken)));
    }

    /// <summary>The minor variations applied before this one in its year, in all and in each section that it touches.</summary>
    internal async Task<Drift> DriftAsync(Variation variation, SpecificationDocument now, CancellationToken cancellationToken)
    {
        var applied = db.Variations.AsNoTracking().Where(x => x.Service == variation.Service && x.FinancialYear == variation.FinancialYear
            && x.State == VariationState.Applied && x.Number != variation.Number);
        var touched = Proposals.Sections(now, VariationProposal.FromJson(variation.Proposal));
        var counts = await db.VariationSections.AsNoTracking().Where(x => x.Service == variation.Service && touched.Contains(x.Section) && applied.Any(v => v.Number == x.Number))
            .GroupBy(x => x.Section).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        return new(await applied.CountAsync(cancellationToken), touched.ToDictionary(x => x, x => counts.GetValueOrDefault(x)));
    }

    internal async Task<DriftLimits> LimitsAsync(string service, CancellationToken cancellationToken) => new(
        await settings.NumberAsync(service, "variationDriftPerYear", cancellationToken), await settings.NumberAsync(service, "variationDriftPerSection", cancellationToken));

    internal async Task<IReadOnlyList<VariationAssessment>> AssessmentsAsync(Variation variation, CancellationToken cancellationToken)
    {
        var all = await db.VariationAssessments.Where(x => x.Service == variation.Service && x.Number == variation.Number).ToListAsync(cancellationToken);
        return [.. all.OrderBy(x => x.Side)];
    }
}

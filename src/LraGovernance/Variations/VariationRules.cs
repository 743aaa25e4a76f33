using LraGovernance.Specifications;

namespace LraGovernance.Variations;

/// <summary>How many minor variations have been applied in the year before this one, and in each section that this one touches.</summary>
public sealed record Drift(int InYear, IReadOnlyDictionary<string, int> InSections);

/// <summary>How many there may be before the next moves up by itself (clause 20.2).</summary>
public sealed record DriftLimits(int PerYear, int PerSection);

/// <summary>What decides whether a variation is minor (004 6.3; Q-04). Rules alone: nothing is read and nothing is written.</summary>
public static class VariationRules
{
    /// <summary>
    /// What a proposal does to the agreed budget, in pounds: the sum of all movements, without sign, of staffing, non-staffing and income over the
    /// years it changes, and of the effect it states beside them. A move between lines that leaves the net as it was is an effect too, since the
    /// budget is agreed by line (004 6.3; 001 Budget table holds thousands of pounds).
    /// </summary>
    /// <param name="budget">The agreed years, in thousands of pounds.</param>
    /// <param name="proposal">What is proposed.</param>
    /// <returns>Pounds, never negative; 0 where the budget stays as it is.</returns>
    /// <exception cref="ArgumentException">A year is proposed that is not in the budget.</exception>
    public static decimal BudgetEffect(IReadOnlyList<BudgetYear> budget, VariationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(proposal);
        var thousands = 0m;
        foreach (var edit in proposal.Budget)
        {
            var year = budget.FirstOrDefault(x => x.FinancialYear == edit.FinancialYear)
                ?? throw new ArgumentException($"The budget has no year {edit.FinancialYear}.", nameof(proposal));
            thousands += Math.Abs(edit.Staffing - year.Staffing) + Math.Abs(edit.NonStaffing - year.NonStaffing) + Math.Abs(edit.Income - year.Income);
        }

        return (thousands * 1_000) + Math.Abs(proposal.StatedEffect);
    }

    /// <summary>Whether the budget test is failed by the figures alone: the effect is more than the threshold, by default by any amount .</summary>
    /// <param name="effect">Pounds.</param>
    /// <param name="threshold">Pounds; 0 lets any amount count.</param>
    public static bool AffectsBudget(decimal effect, decimal threshold) => effect > threshold;

    /// <summary>
    /// Why the next minor variation goes up whatever its size, or null: as many as the limit have been applied in the year or to one of its sections
    /// (clause 20.2: after six in one year, or three to the same section).
    /// </summary>
    public static string? PastDrift(Drift before, DriftLimits limits)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(limits);
        if (before.InYear >= limits.PerYear)
        {
            return $"{before.InYear} minor variations have been applied this year, and the limit is {limits.PerYear}";
        }

        return before.InSections.Where(x => x.Value >= limits.PerSection).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Key).FirstOrDefault() is { } section
            ? $"{before.InSections[section]} minor variations have been applied to the section '{section}' this year, and the limit is {limits.PerSection}"
            : null;
    }

    /// <summary>
    /// Why it cannot go through as minor, in the order of the tests, or null: one yes of either side to any of the three is enough, and so
    /// is either side calling it substantive or fundamental, which are answers apart from the tests.
    /// </summary>
    public static string? NotMinor(IReadOnlyList<VariationAssessment> assessments, bool figuresAffectBudget) =>
        assessments.Any(x => x.AltersObjective) ? "It fundamentally alters an overarching objective"
        : assessments.Any(x => x.ContravenesPolicy) ? "It contravenes a policy or procedure of the council"
        : figuresAffectBudget || assessments.Any(x => x.AffectsBudget) ? "It affects the agreed budget"
        : assessments.Any(x => x.Fundamental) ? "It is a fundamental change"
        : assessments.Any(x => x.Substantive) ? "It is a substantive change"
        : null;

    /// <summary>Its class: fundamental where a side says so or an objective is altered, substantive where it is not minor otherwise.</summary>
    public static ChangeClass Classify(IReadOnlyList<VariationAssessment> assessments, bool isMinor) =>
        assessments.Any(x => x.Fundamental || x.AltersObjective) ? ChangeClass.Fundamental : isMinor ? ChangeClass.Minor : ChangeClass.Substantive;
}

using LraGovernance.Audit;
using LraGovernance.Specifications;

namespace LraGovernance.Variations;

/// <summary>
/// What a variation would change in the version in force. Each piece names the hash of what it starts from, so that a piece which somebody else
/// has changed meanwhile is found, and never overwritten.
/// </summary>
/// <param name="StatedEffect">Effect on the agreed budget in pounds that no budget row shows; a saving is negative.</param>
public sealed record VariationProposal(
    IReadOnlyList<ClauseEdit> Clauses, IReadOnlyList<IndicatorEdit> Indicators, IReadOnlyList<BudgetEdit> Budget, decimal StatedEffect)
{
    public static VariationProposal None { get; } = new([], [], [], 0);

    public bool IsEmpty => Clauses.Count == 0 && Indicators.Count == 0 && Budget.Count == 0;

    public string ToJson() => CanonicalJson.Write(this);

    public static VariationProposal FromJson(string json) => CanonicalJson.Read<VariationProposal>(json);
}

public sealed record ClauseEdit(string Clause, string BasedOn, string Heading, string Text);

/// <summary>The tolerances and thresholds stay as they are where none are given.</summary>
public sealed record IndicatorEdit(
    string Ref, string BasedOn, decimal? Floor, decimal? Target, IReadOnlyList<Tolerance>? Tolerances = null, IReadOnlyList<Threshold>? Thresholds = null);

/// <summary>A year of the budget in thousands of pounds; income is negative. Gross and net follow from the three.</summary>
public sealed record BudgetEdit(string FinancialYear, string BasedOn, decimal Staffing, decimal NonStaffing, decimal Income);

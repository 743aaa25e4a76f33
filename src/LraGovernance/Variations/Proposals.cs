using LraGovernance.Specifications;

namespace LraGovernance.Variations;

/// <summary>What a proposal makes of a specification.</summary>
public static class Proposals
{
    /// <summary>
    /// The pieces that are not in the document any more as the proposal found them: clause number, indicator or financial year. Empty when the
    /// proposal fits. While one is left, the proposal must not be applied (R-124: nothing agreed is overwritten).
    /// </summary>
    public static IReadOnlyList<string> Overtaken(SpecificationDocument now, VariationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(proposal);
        return
        [
            .. proposal.Clauses.Where(x => !now.Clauses.Any(c => c.Id == x.Clause && SpecificationDocument.HashOfPiece(c) == x.BasedOn)).Select(x => x.Clause),
            .. proposal.Indicators.Where(x => !now.Indicators.Any(i => i.Ref == x.Ref && SpecificationDocument.HashOfPiece(i) == x.BasedOn)).Select(x => x.Ref),
            .. proposal.Budget.Where(x => !now.Budget.Any(b => b.FinancialYear == x.FinancialYear && SpecificationDocument.HashOfPiece(b) == x.BasedOn)).Select(x => x.FinancialYear),
        ];
    }

    /// <summary>The document with the proposal in it. Gross is staffing and non-staffing together, net is gross and income together .</summary>
    public static SpecificationDocument Apply(SpecificationDocument now, VariationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(proposal);
        return now with
        {
            Clauses = [.. now.Clauses.Select(c => proposal.Clauses.FirstOrDefault(x => x.Clause == c.Id) is { } edit ? c with { Heading = edit.Heading, Text = edit.Text } : c)],
            Indicators = [.. now.Indicators.Select(i => proposal.Indicators.FirstOrDefault(x => x.Ref == i.Ref) is { } edit ? Edited(i, edit) : i)],
            Budget = [.. now.Budget.Select(b => proposal.Budget.FirstOrDefault(x => x.FinancialYear == b.FinancialYear) is { } edit ? Edited(b, edit) : b)],
        };
    }

    /// <summary>False where every piece of the proposal says what the document says already.</summary>
    public static bool ChangesAnything(SpecificationDocument now, VariationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Apply(now, proposal).ToJson() != now.ToJson();
    }

    /// <summary>The keys of the sections it touches: those of its clauses, of its indicators' clauses, and finance for the budget.</summary>
    public static IReadOnlyList<string> Sections(SpecificationDocument now, VariationProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(proposal);
        var clauses = proposal.Clauses.Select(x => x.Clause).Concat(now.Indicators.Where(i => proposal.Indicators.Any(x => x.Ref == i.Ref)).Select(i => i.Clause)).ToHashSet();
        return [.. now.Clauses.Where(x => clauses.Contains(x.Id)).Select(x => x.Section).Concat(proposal.Budget.Count > 0 ? ["finance"] : []).Distinct().Order(StringComparer.Ordinal)];
    }

    private static Indicator Edited(Indicator indicator, IndicatorEdit edit) => indicator with
    {
        Floor = edit.Floor, Target = edit.Target, Tolerances = edit.Tolerances ?? indicator.Tolerances, Thresholds = edit.Thresholds ?? indicator.Thresholds,
    };

    private static BudgetYear Edited(BudgetYear year, BudgetEdit edit) => year with
    {
        Staffing = edit.Staffing, NonStaffing = edit.NonStaffing, Gross = edit.Staffing + edit.NonStaffing, Income = edit.Income, Net = edit.Staffing + edit.NonStaffing + edit.Income,
    };
}

using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>What a clause is for: the outcomes it serves and the indicator that measures it.</summary>
internal sealed record ClauseServes(Clause Clause, SpecificationDocument Document)
{
    private const string All = "all";

    public Indicator? Indicator => Document.Indicators.FirstOrDefault(x => x.Ref == Clause.Indicator);

    public IReadOnlyList<string> Outcomes => OutcomesOf(Clause, Document);

    /// <summary>O3/SO3.3 is the outcome and the supporting outcome, each with its title.</summary>
    internal static IReadOnlyList<string> OutcomesOf(Clause clause, SpecificationDocument document) => clause.Outcome == All
        ? ["All outcomes"]
        : [.. clause.Outcome.Split('/').Select(code => document.Outcomes.FirstOrDefault(x => x.Code == code) is { } found ? $"{code}: {found.Title}" : code)];
}

using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>What a clause is for: the outcomes it serves and the indicator that measures it.</summary>
internal sealed record ClauseServes(Clause Clause, SpecificationDocument Document)
{
    private const string All = "all";

    public Indicator? Indicator => Document.Indicators.FirstOrDefault(x => x.Ref == Clause.Indicator);

    /// <summary>O3/SO3.3 is the outcome and the supporting outcome, each with its title.</summary>
    public IReadOnlyList<string> Outcomes => Clause.Outcome == All
        ? ["All outcomes"]
        : [.. Clause.Outcome.Split('/').Select(code => Document.Outcomes.FirstOrDefault(x => x.Code == code) is { } found ? $"{code}: {found.Title}" : code)];

    public IEnumerable<string> Ranges => Indicator?.Thresholds.Select(x =>
        $"{SpecificationWords.Quarter(x.Quarter)}: {SpecificationWords.Figure(x.Lower, Indicator.Unit)} to {SpecificationWords.Figure(x.Upper, Indicator.Unit)}") ?? [];

    public static string Words(Tolerance tolerance) =>
        $"{SpecificationWords.Of(tolerance)} (clause {tolerance.Clause}). Goes first to: {SpecificationWords.GoesTo(tolerance.GoesTo)}. {SpecificationWords.Up(tolerance.UpAfterWorkingDays)}.";
}

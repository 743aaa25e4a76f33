using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>What a clause is for: the outcomes it serves and the indicator that measures it.</summary>
internal sealed record ClauseServes(Clause Clause, SpecificationDocument Document)
{
    private const string All = "all";
    private const string WholeYear = "YEAR";

    public Indicator? Indicator => Document.Indicators.FirstOrDefault(x => x.Ref == Clause.Indicator);

    /// <summary>O3/SO3.3 is the outcome and the supporting outcome, each with its title.</summary>
    public IReadOnlyList<string> Outcomes => Clause.Outcome == All
        ? ["All outcomes"]
        : [.. Clause.Outcome.Split('/').Select(code => Document.Outcomes.FirstOrDefault(x => x.Code == code) is { } found ? $"{code}: {found.Title}" : code)];

    /// <summary>Target and floor, or the range that is expected.</summary>
    public IEnumerable<(string What, string Figure)> Aims
    {
        get
        {
            if (Indicator is not { } indicator)
            {
                yield break;
            }

            if (indicator.Target is { } target)
            {
                yield return ("Target", SpecificationWords.Figure(target, indicator.Unit));
            }

            if (indicator.Floor is { } floor)
            {
                yield return ("Floor", SpecificationWords.Figure(floor, indicator.Unit));
            }

            foreach (var x in indicator.Thresholds)
            {
                yield return (x.Quarter == WholeYear ? "Expected in the year" : $"Expected in quarter {x.Quarter.TrimStart('Q')}",
                    $"{SpecificationWords.Figure(x.Lower, indicator.Unit)} to {SpecificationWords.Figure(x.Upper, indicator.Unit)}");
            }
        }
    }

    public static string Words(Tolerance tolerance) =>
        $"{SpecificationWords.Of(tolerance)} (clause {tolerance.Clause}). Goes first to: {SpecificationWords.GoesTo(tolerance.GoesTo)}. {SpecificationWords.Up(tolerance.UpAfterWorkingDays)}.";
}

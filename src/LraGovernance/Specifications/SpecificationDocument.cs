using LraGovernance.Audit;

namespace LraGovernance.Specifications;

/// <summary>
/// A specification as people read and sign it: immutable, and known by the hash of its canonical JSON. What the document
/// says is all in here; what became of it is not.
/// </summary>
public sealed record SpecificationDocument(
    string Title, string FinancialYear, IReadOnlyList<SectionHeading> Sections, IReadOnlyList<Clause> Clauses,
    IReadOnlyList<OutcomeHeading> Outcomes, IReadOnlyList<Indicator> Indicators, IReadOnlyList<BudgetYear> Budget, IReadOnlyList<BudgetTolerance> BudgetTolerances)
{
    public string ToJson() => CanonicalJson.Write(this);

    public static SpecificationDocument FromJson(string json) => CanonicalJson.Read<SpecificationDocument>(json);

    /// <summary>The clauses that a variation is tested against .</summary>
    public IEnumerable<Clause> Objectives => Clauses.Where(x => x.Objective);

    internal static string HashOf(string json) => CanonicalJson.Hash(json);

    /// <summary>What an edit names as its starting point: the hash of a clause, an indicator or a year of the budget.</summary>
    public static string HashOfPiece<T>(T piece) => CanonicalJson.Hash(CanonicalJson.Write(piece));
}

public sealed record SectionHeading(string Key, string Number, string Title);

/// <param name="Id">Number within the specification, such as 4.2.</param>
/// <param name="Section">Key of the section.</param>
/// <param name="Heading">Heading.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Outcome">The outcome it serves, or <c>all</c> (R-025).</param>
/// <param name="Objective">One of the overarching objectives.</param>
/// <param name="Indicator">The indicator that measures it; null where none does.</param>
/// <param name="PlanAnswers">The service plan must answer it.</param>
/// <param name="Source">Paper and paragraph, or <c>illustrative</c>.</param>
public sealed record Clause(
    string Id, string Section, string Heading, string Text, string Outcome, bool Objective, string? Indicator, bool PlanAnswers, string Source);

public sealed record OutcomeHeading(string Code, string Title, string? Parent);

/// <param name="Ref">Reference, such as LRA06.</param>
/// <param name="Floor">Below it the indicator is red.</param>
/// <param name="Target">At or beyond it the indicator is green.</param>
/// <param name="Thresholds">Expected range by quarter, for activity indicators.</param>
public sealed record Indicator(
    string Ref, string Name, string Group, string Unit, string Direction, string Frequency, string Clause, string Definition,
    decimal? Floor, decimal? Target, IReadOnlyList<Threshold> Thresholds, IReadOnlyList<Tolerance> Tolerances)
{
    /// <summary>What a figure covers: <c>period</c>, <c>point-in-time</c> or <c>year-to-date</c> (clause 16.2).</summary>
    public string Basis { get; init; } = "period";

    /// <summary>How the figures of a longer period come from shorter ones: <c>sum</c>, <c>mean</c> or <c>last</c>.</summary>
    public string Aggregation { get; init; } = "last";

    /// <summary>A figure outside is questioned when it is entered; it can still be right.</summary>
    public PlausibleRange? Plausible { get; init; }

    /// <summary>Whose part of the service reports it: the scope of a holding of the role indicator-reporter; null where it names nobody.</summary>
    public string? Reporter { get; init; }
}

/// <summary>Where a figure is expected, in the indicator's unit.</summary>
public sealed record PlausibleRange(decimal Low, decimal High);

public sealed record Threshold(string Quarter, decimal Upper, decimal Lower);

/// <summary>When an indicator leaves what the service may manage by itself, and where that goes first .</summary>
public sealed record Tolerance(string Kind, int Periods, string GoesTo, int? UpAfterWorkingDays, string Clause);

/// <summary>A year of the rolling five-year budget, in thousands of pounds; income is negative.</summary>
public sealed record BudgetYear(string FinancialYear, decimal Staffing, decimal NonStaffing, decimal Gross, decimal Income, decimal Net, string Basis);

public sealed record BudgetTolerance(string Line, decimal Percent, decimal Amount, string GoesTo, int? UpAfterWorkingDays, string Clause);

using LraGovernance.Reports;
using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Reports;

/// <summary>How the figures of a report are worded; "missing" where there is none.</summary>
internal static class ReportWords
{
    public static string Value(FigureFact figure) => figure.Value is { } value ? SpecificationWords.Figure(value, figure.Unit) : "No figure";

    public static string Rating(FigureFact figure) => figure.Rating switch { "NoData" => "Missing", "InRange" => "In range", var other => other };
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Reports;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>The last annual report that is final, as evidence for the next review of the specification (004 2.4; R-140).</summary>
internal sealed class LastYear(GovernanceDb db)
{
    /// <summary>Null before the first; until then the pack's own account of the year before stands.</summary>
    internal async Task<LastYearReport?> ReadAsync(string service, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().Where(x => x.Service == service && x.Kind == ReportFile.Annual && x.State == ReportState.Published)
            .OrderByDescending(x => x.FinancialYear).FirstOrDefaultAsync(cancellationToken);
        if (report is null)
        {
            return null;
        }

        var sentences = await db.ReportSentences.AsNoTracking().Where(x => x.Service == service && x.Kind == report.Kind && x.FinancialYear == report.FinancialYear)
            .OrderBy(x => x.Position).Select(x => x.Text).ToListAsync(cancellationToken);
        return new(
            string.Join('\n', sentences.Concat(ReportFacts.FromJson(report.Facts).Figures.Select(Line))),
            $"Annual report {FinancialYear.Parse(report.FinancialYear).InWords}, /reports/{report.FinancialYear}");
    }

    private static string Line(FigureFact figure) =>
        $"{figure.Reference} {figure.Name}, {Period.Parse(figure.Period).InWords}: {(figure.Value is { } value ? SpecificationWords.Figure(value, figure.Unit) : "no figure")}, {(figure.Rating == "InRange" ? "in range" : figure.Rating.ToLowerInvariant())}.";
}

internal sealed record LastYearReport(string Text, string Source);

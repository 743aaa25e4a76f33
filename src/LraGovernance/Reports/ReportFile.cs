using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>Finds reports, and puts their text together as the paper that reviewers and the committee have before them.</summary>
internal sealed class ReportFile(GovernanceDb db, PaperShelf shelf)
{
    internal const string PartYear = "part-year-update", Annual = "annual-report";

    internal static string TitleOf(string kind, string financialYear) =>
        $"{(kind == Annual ? "Annual report" : "Part-year update")} {FinancialYear.Parse(financialYear).InWords}";

    internal async Task<Report> OfAsync(string service, string kind, string financialYear, CancellationToken cancellationToken) =>
        await db.Reports.FindAsync([service, kind, financialYear], cancellationToken)
        ?? throw new InvalidOperationException($"{service} has no {kind} for {financialYear}.");

    internal async Task<PaperToDecide> PaperAsync(string service, string kind, string financialYear, CancellationToken cancellationToken) => new(
        kind, financialYear, (await OfAsync(service, kind, financialYear, cancellationToken)).Hash ?? throw new InvalidOperationException($"The {kind} for {financialYear} has not been drafted yet."),
        TitleOf(kind, financialYear), "head-of-service");

    /// <summary>Replaces the text and freezes it; the facts stay what they are.</summary>
    internal async Task<string> DraftAsync(Report report, IReadOnlyList<DraftSentence> sentences, CancellationToken cancellationToken)
    {
        db.ReportSentences.RemoveRange(await db.ReportSentences
            .Where(x => x.Service == report.Service && x.Kind == report.Kind && x.FinancialYear == report.FinancialYear).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.ReportSentences.AddRange(sentences.Select((x, i) => new ReportSentence
        {
            Service = report.Service, Kind = report.Kind, FinancialYear = report.FinancialYear, Position = i + 1, Section = x.Section.Trim(), Text = x.Text.Trim(), Cites = [.. x.Cites.Distinct()],
        }));
        var facts = ReportFacts.FromJson(report.Facts);
        return report.Hash = await shelf.PutAsync(report.Service, report.Kind, report.FinancialYear, new CaseDocument(
            TitleOf(report.Kind, report.FinancialYear), "What was achieved against the specification, from the record.",
            [.. facts.Figures.Select(x => new CaseFact($"{x.Reference} {x.Name}, {x.Period}", $"{x.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no figure"}, {x.Rating}"))],
            [.. sentences.GroupBy(x => x.Section.Trim()).Select(x => new CaseSection(x.Key, string.Join("\n\n", x.Select(one => one.Text.Trim()))))]), cancellationToken);
    }
}

/// <summary>A sentence as its author writes it, with the facts that it cites.</summary>
public sealed record DraftSentence(string Section, string Text, IReadOnlyList<string> Cites)
{
    internal bool IsBlank => TextRules.IsBlank(Section) && TextRules.IsBlank(Text) && Cites.Count == 0;
}

/// <summary>The report as the committee's paper.</summary>
internal sealed class AnnualReportPaper(ReportFile file) : IPaperSource
{
    public string Kind => ReportFile.Annual;

    public Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken) => file.PaperAsync(service, Kind, instanceKey, cancellationToken);
}

/// <summary>The part-year update as the committee's paper.</summary>
internal sealed class PartYearPaper(ReportFile file) : IPaperSource
{
    public string Kind => ReportFile.PartYear;

    public Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken) => file.PaperAsync(service, Kind, instanceKey, cancellationToken);
}

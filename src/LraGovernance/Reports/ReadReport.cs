using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Register;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>A report that is public; the annual one where no kind is named.</summary>
[Anyone("the annual report is public (004 3.7)")]
public sealed record ReadReport(string Service, string FinancialYear, string? Kind = null) : IQuery<ReportView?>;

public sealed record ReportView(string Title, ReportFacts Facts, IReadOnlyList<SentenceView> Sentences, string? Hash, string? ReturnedBecause, bool IsPublic);

public sealed record SentenceView(int Position, string Section, string Text, IReadOnlyList<string> Cites);

internal sealed class ReadReportHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ReadReport, ReportView?>
{
    public async Task<ReportView?> Handle(ReadReport request, CancellationToken cancellationToken)
    {
        var kind = request.Kind ?? ReportFile.Annual;
        var publication = await db.Publications.FindAsync([request.Service, kind, request.FinancialYear], cancellationToken);
        return publication is null || !PublicationRule.IsPublic(publication, clock.GetUtcNow()) ? null
            : await OfAsync(db, request.Service, kind, request.FinancialYear, isPublic: true, cancellationToken);
    }

    internal static async Task<ReportView?> OfAsync(GovernanceDb db, string service, string kind, string financialYear, bool isPublic, CancellationToken cancellationToken)
    {
        var report = await db.Reports.FindAsync([service, kind, financialYear], cancellationToken);
        return report is null ? null : new(
            ReportFile.TitleOf(kind, financialYear), ReportFacts.FromJson(report.Facts),
            [.. (await db.ReportSentences.AsNoTracking().Where(x => x.Service == service && x.Kind == kind && x.FinancialYear == financialYear).OrderBy(x => x.Position).ToListAsync(cancellationToken))
                .Select(x => new SentenceView(x.Position, x.Section, x.Text, x.Cites))],
            report.Hash, isPublic ? null : report.ReturnedBecause, isPublic);
    }
}

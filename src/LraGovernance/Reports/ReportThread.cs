using LraGovernance.Data;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>The sentences of published annual reports: where the golden thread ends.</summary>
internal sealed class ReportThread(GovernanceDb db) : IThreadEnds
{
    public async Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken)
    {
        var published = await db.Reports.AsNoTracking().Where(x => x.Service == service && x.Kind == ReportFile.Annual && x.PublishedAt != null).Select(x => x.FinancialYear).ToListAsync(cancellationToken);
        return [.. (await db.ReportSentences.AsNoTracking().Where(x => x.Service == service && x.Kind == ReportFile.Annual && published.Contains(x.FinancialYear))
            .OrderBy(x => x.FinancialYear).ThenBy(x => x.Position).ToListAsync(cancellationToken))
            .Select(x => new NamedEnd(ThreadEnd.Sentence(x.FinancialYear, $"{x.Position}"), x.Text, $"/reports/{x.FinancialYear}#s{x.Position}", MustComeFrom: true))];
    }
}

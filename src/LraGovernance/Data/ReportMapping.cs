using LraGovernance.Reports;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class ReportMapping
{
    internal static void Reports(ModelBuilder model)
    {
        model.Entity<Report>().HasKey(x => new { x.Service, x.Kind, x.FinancialYear });
        model.Entity<ReportSentence>().HasKey(x => new { x.Service, x.Kind, x.FinancialYear, x.Position });
    }
}

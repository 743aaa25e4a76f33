using LraGovernance.Changes;
using LraGovernance.Equality;
using LraGovernance.FormalDecisions;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class ChangeMapping
{
    internal static void Changes(ModelBuilder model)
    {
        model.Entity<ChangeCase>(x =>
        {
            x.HasKey(c => new { c.Service, c.Number });
            x.Property(c => c.RowVersion).IsConcurrencyToken();
        });
        model.Entity<EqualityAssessment>(x =>
        {
            x.HasKey(e => new { e.Service, e.CaseNumber });
            x.Ignore(e => e.IsSigned);
        });
        model.Entity<FormalDecision>(x =>
        {
            x.HasKey(d => new { d.Service, d.TaskId });
            x.HasIndex(d => new { d.Service, d.PaperKind, d.PaperKey });
        });
    }
}

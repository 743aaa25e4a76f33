using LraGovernance.Variations;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class VariationMapping
{
    internal static void Variations(ModelBuilder model)
    {
        model.Entity<Variation>(x =>
        {
            x.HasKey(v => new { v.Service, v.Number });
            x.HasIndex(v => new { v.Service, v.FinancialYear, v.State });
            x.Property(v => v.RowVersion).IsConcurrencyToken();
        });
        model.Entity<VariationAssessment>().HasKey(x => new { x.Service, x.Number, x.Side });
        model.Entity<VariationAgreement>().HasKey(x => new { x.Service, x.Number, x.Role });
        model.Entity<VariationSection>().HasKey(x => new { x.Service, x.Number, x.Section });
    }
}

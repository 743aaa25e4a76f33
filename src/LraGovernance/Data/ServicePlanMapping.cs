using LraGovernance.ServicePlans;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class ServicePlanMapping
{
    internal static void ServicePlans(ModelBuilder model)
    {
        model.Entity<ServicePlan>().HasKey(x => new { x.Service, x.FinancialYear });
        model.Entity<PlanRevision>().HasKey(x => new { x.Service, x.FinancialYear, x.Number });
        model.Entity<PlanActivity>(x =>
        {
            x.HasKey(a => new { a.Service, a.FinancialYear, a.Number, a.Version });
            x.HasIndex(a => new { a.Service, a.FinancialYear, a.Number }).IsUnique().HasFilter("superseded_at IS NULL").HasDatabaseName("ix_plan_activities_standing");
        });
    }
}

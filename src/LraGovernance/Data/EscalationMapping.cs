using LraGovernance.Escalations;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class EscalationMapping
{
    internal static void Escalations(ModelBuilder model) => model.Entity<ExceptionCase>().ToTable("exceptions").HasKey(x => new { x.Service, x.Number });
}

using LraGovernance.Performance;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class PerformanceMapping
{
    internal static void Performance(ModelBuilder model)
    {
        model.Entity<IndicatorFigure>(x =>
        {
            x.HasIndex(f => new { f.Service, f.Reference, f.Period, f.Sequence }).IsUnique();
            x.HasIndex(f => new { f.Service, f.At });
            x.Property(f => f.Value).HasConversion(value => Amount.WithoutBlankDigits(value), value => Amount.WithoutBlankDigits(value));
        });
        model.Entity<KpiRound>().HasKey(x => new { x.Service, x.Month });
        model.Entity<AskedFigure>(x =>
        {
            x.HasKey(f => new { f.Service, f.Month, f.Reference });
            x.HasIndex(f => new { f.Service, f.Reference, f.Period });
        });
        model.Entity<OutOfToleranceRun>().HasKey(x => new { x.Service, x.Reference, x.First });
    }
}

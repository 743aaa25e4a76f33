using LraGovernance.Calendar;
using LraGovernance.Register;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Data;

internal static class RegisterMapping
{
    internal static void Register(ModelBuilder model)
    {
        model.Entity<PreElectionPeriod>().HasKey(x => new { x.Service, x.From });
        model.Entity<Publication>().HasKey(x => new { x.Service, x.Kind, x.Key });
    }
}

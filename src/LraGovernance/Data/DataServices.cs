using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LraGovernance.Data;

public static class DataServices
{
    public static IServiceCollection AddGovernanceData(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(new WriterGate(closes: settings.Kind == DatabaseKind.Sqlite));
        services.AddDbContextPool<GovernanceDb>(options => Choose(options, settings));
        services.AddScoped<Migrations>();
        return services;
    }

    internal static void Choose(DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        if (settings.Kind == DatabaseKind.Sqlite)
        {
            options.UseSqlite(settings.ConnectionString);
            options.AddInterceptors(new SqliteManners(settings.Throwaway));
        }
        else
        {
            options.UseNpgsql(settings.ConnectionString);
        }
    }
}

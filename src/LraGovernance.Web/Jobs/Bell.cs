using Quartz;

namespace LraGovernance.Web.Jobs;

internal static class Bell
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Rings every few seconds, on the machine's own clock whatever the product's clock says.</summary>
    public static void AddBell(this IServiceCollection services)
    {
        services.AddQuartz(x =>
        {
#pragma warning disable RS0030 // the bell rings in real time; what is due is judged by the product's clock
            x.UseTimeProvider(TimeProvider.System);
#pragma warning restore RS0030
            x.ScheduleJob<WorkTheAgenda>(trigger => trigger.WithIdentity("agenda").StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(Every).RepeatForever()));
        });
        services.AddQuartzHostedService(x => x.WaitForJobsToComplete = true);
    }
}

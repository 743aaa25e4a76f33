using Quartz;

namespace LraGovernance.Web.Jobs;

internal static class Bell
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Rings every few seconds, on the product's clock: when that is moved on, the next ring is at once.</summary>
    public static void AddBell(this IServiceCollection services)
    {
        services.AddQuartz(x =>
        {
            x.ScheduleJob<WorkTheAgenda>(trigger => trigger.WithIdentity("agenda").StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(Every).RepeatForever()));
        });
        services.AddQuartzHostedService(x => x.WaitForJobsToComplete = true);
    }
}

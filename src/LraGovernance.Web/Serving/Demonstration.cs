using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Rehearsal;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Serving;

/// <summary>
/// A Development site starts with the real pack, played to a day on which something waits for everybody. Its clock stands
/// where the play stopped, and goes on from there.
/// </summary>
internal sealed class Demonstration(
    IServiceScopeFactory scopes, WorkflowCatalogue catalogue, HouseRules.HouseRules rules, Commands commands, Agenda agenda, Randomness randomness,
    DemoClock clock, PackFolder packs, Readiness readiness, IHostApplicationLifetime lifetime, ILogger<Demonstration> log) : BackgroundService
{
    internal const string Pack = "KentLra2016";
    internal const string ScriptFile = "script-2016.json";
    internal static readonly DateTimeOffset Start = London.At(new DateOnly(2015, 10, 1), TimeOnly.MinValue);
    internal static readonly DateTimeOffset ShownOn = London.At(new DateOnly(2016, 1, 27), new TimeOnly(9, 30));

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        rules.RequireSound(catalogue);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PrepareAsync(stoppingToken);
            readiness.Ready = true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogCritical(failure, "The demonstration could not be prepared; delete the database in App_Data to begin anew");
            readiness.Failure = failure;
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
        if (await db.RecordEntries.AnyAsync(cancellationToken))
        {
            var last = await db.RecordHeads.Join(db.RecordEntries, x => new { x.Service, x.Sequence }, x => new { x.Service, x.Sequence }, (_, entry) => entry.At)
                .ToListAsync(cancellationToken);
            clock.MoveTo(last.Max());
            return;
        }

        await commands.SendAsync(new LoadPack(randomness.Id("load-pack", Pack), Pack), Actor.System("verb"), cancellationToken);
        var script = Script.Read(Path.Combine(packs.Path, Pack, ScriptFile));
        await new Player(scopes, agenda, new ActOut(commands, randomness), clock, clock.MoveTo)
            .PlayAsync(script, ShownOn, x => readiness.Progress = $"Playing the commissioning year: {London.Local(x):d MMMM yyyy}", cancellationToken);
    }
}

internal static class DemonstrationServices
{
    public static void AddDemonstration(this IServiceCollection services)
    {
#pragma warning disable RS0030 // the composition root names the real clock
        services.AddSingleton(new DemoClock(TimeProvider.System, Demonstration.Start));
#pragma warning restore RS0030
        services.AddSingleton<TimeProvider>(x => x.GetRequiredService<DemoClock>());
        services.AddSingleton<Randomness, SystemRandomness>();
        services.AddHostedService<Demonstration>();
    }
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using LraGovernance.Web.Rehearsal;

namespace LraGovernance.Web.Serving;

/// <summary>
/// A Development site starts with the real pack, played to a day on which something waits for everybody. Its clock stands
/// where the play stopped, and goes on from there.
/// </summary>
internal sealed class Demonstration(
    IServiceScopeFactory scopes, WorkflowCatalogue catalogue, HouseRules.HouseRules rules, Commands commands, Randomness randomness,
    DemoClock clock, ScriptedPlay play, Readiness readiness, ILogger<Demonstration> log) : BackgroundService
{
    internal const string Pack = "KentLra2016";
    internal const string ScriptFile = "script-2016.json";
    internal static readonly DateTimeOffset Start = London.At(new DateOnly(2015, 10, 1), TimeOnly.MinValue);
    internal static readonly DateTimeOffset ShownOn = London.At(new DateOnly(2016, 11, 15), new TimeOnly(9, 30));

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        rules.RequireSound(catalogue);
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Keeps the hour at which the site was stopped, for the next start.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (readiness.Ready)
        {
            // Not cancelled when the time for stopping has been used up by others: it takes milliseconds, and the next start needs it.
            await NoteAsync(NoteDemonstration.Stopped, "The site of the demonstration was stopped", CancellationToken.None);
        }
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
            // The site stays up to say why: whoever waits for it looks at the browser, not at the log.
            log.LogCritical(failure, "The demonstration could not be prepared; stop the site, delete its database and start again");
            readiness.Failure = failure;
            Environment.ExitCode = 1;
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
        await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
        var last = await db.RecordHeads.Join(db.RecordEntries, x => new { x.Service, x.Sequence }, x => new { x.Service, x.Sequence }, (_, entry) => entry.At)
            .ToListAsync(cancellationToken);
        if (last.Count > 0)
        {
            clock.MoveTo(last.Max());
        }

        // A play that was cut off goes on from where the record stands; one that has ended is never played again.
        if (!await db.RecordEntries.AnyAsync(x => x.Service == ICommand.Council && x.Event == NoteDemonstration.Played, cancellationToken))
        {
            await PlayAsync(cancellationToken);
        }
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        await commands.SendAsync(new LoadPack(randomness.Id("load-pack", Pack), Pack), Actor.System("verb"), cancellationToken);
        await play.PlayAsync(
            play.Script, ShownOn, x => readiness.Progress = $"Playing the commissioning year: {London.Local(x):d MMMM yyyy}", cancellationToken);
        await NoteAsync(NoteDemonstration.Played, $"The demonstration was played to {London.Local(ShownOn):d MMMM yyyy}", cancellationToken);
    }

    private Task<NoteDemonstrationResult> NoteAsync(string happened, string detail, CancellationToken cancellationToken) =>
        commands.SendAsync(new NoteDemonstration(randomness.Id("note-demonstration", ""), happened, detail), Actor.System("verb"), cancellationToken);
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
        services.AddSingleton<ScriptedPlay>();
        services.AddSingleton<TimeTravel>();
        services.AddHostedService<Demonstration>();
    }
}

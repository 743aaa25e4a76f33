using System.Diagnostics;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Web.Rehearsal;

/// <summary>What to rehearse. What is left out comes from the script, or from the build's own folders.</summary>
internal sealed record RehearsalPlan(string Pack, string? Script, DateOnly? From, DateOnly? To, string? Database, string Seed)
{
    public GovernanceFolders Folders { get; init; } = Hosting.Folders;

    /// <summary>How many copies of the pack are played at once, each a service with its own people.</summary>
    public int Services { get; init; } = 1;
    public IReadOnlyList<string> Packs { get; init; } = [Pack];
    public Action<TimelineEvent>? OnEvent { get; init; }
    public Action<IServiceCollection>? Compose { get; init; }
}

/// <summary>
/// Plays a cycle on a simulated clock with scripted people, through the same handlers that the pages use. Without a database
/// it makes a throwaway one.
/// </summary>
internal static class Rehearse
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2200, 1, 1);

    private const int MostServices = 1_000;

    public static async Task<RehearsalReport> RunAsync(RehearsalPlan plan, CancellationToken cancellationToken = default)
    {
        var watch = Stopwatch.StartNew();
        if (plan.Services is < 1 or > MostServices)
        {
            throw new RehearsalRefusedException($"{plan.Services} services cannot be rehearsed: give a number from 1 to {MostServices}.");
        }

        if (plan.Services == 1)
        {
            return await RunAsync(plan, watch, cancellationToken);
        }

        if (!File.Exists(Path.Combine(plan.Folders.Packs, plan.Pack, "pack.json")) || Path.GetFileName(plan.Pack) != plan.Pack)
        {
            throw new RehearsalRefusedException($"There is no pack {plan.Pack} that could be copied.");
        }

        using var copies = ServiceCopies.Make(plan.Folders.Packs, plan.Pack, plan.Services);
        return await RunAsync(plan with { Folders = plan.Folders with { Packs = copies.Folder }, Packs = copies.Packs }, watch, cancellationToken);
    }

    private static async Task<RehearsalReport> RunAsync(RehearsalPlan plan, Stopwatch watch, CancellationToken cancellationToken)
    {
        var throwaway = plan.Database is null ? Path.Combine(Path.GetTempPath(), $"rehearsal-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}.db") : null;
        try
        {
            await using var services = Compose(plan, throwaway);
            var reading = Task.Run(() => ReadFiles(services, plan), cancellationToken);
            BuildModel(services);
            return await PlayAsync(services, plan, await reading, watch, cancellationToken);
        }
        finally
        {
            if (throwaway is not null)
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                File.Delete(throwaway);
            }
        }
    }

    private static Script ReadFiles(ServiceProvider services, RehearsalPlan plan)
    {
        var packs = services.GetRequiredService<PackFolder>();
        packs.Open(plan.Pack);
        var script = Script.Read(plan.Script ?? Path.Combine(packs.Path, plan.Pack, Demonstration.ScriptFile));
        services.GetRequiredService<HouseRules.HouseRules>().RequireSound(services.GetRequiredService<WorkflowCatalogue>());
        return script;
    }

    /// <summary>The model and a first query take as long as all files together, and there is a second core.</summary>
    private static void BuildModel(ServiceProvider services)
    {
        using var scope = services.CreateScope();
        _ = scope.ServiceProvider.GetRequiredService<GovernanceDb>().RecordEntries.AsNoTracking().OrderByDescending(x => x.At).Take(1).ToQueryString();
    }

    private static async Task<RehearsalReport> PlayAsync(
        ServiceProvider services, RehearsalPlan plan, Script script, Stopwatch watch, CancellationToken cancellationToken)
    {
        var (from, to) = (plan.From ?? script.From, plan.To ?? script.To);
        var holdsRun = plan.Database is not null && await HoldsRunAsync(services, cancellationToken);
        if (from < Earliest || to > Latest || (to < from && !holdsRun))
        {
            throw new RehearsalRefusedException($"It cannot be rehearsed from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}.");
        }

        var clock = services.GetRequiredService<StandingClock>();
        var commands = services.GetRequiredService<Commands>();
        var randomness = services.GetRequiredService<Randomness>();
        var acting = new ActOut(commands, randomness);
        acting.RequireKnown(script);
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GovernanceDb>();
            await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
            var last = await db.RecordEntries.AsNoTracking().OrderByDescending(x => x.At).Select(x => (DateTimeOffset?)x.At).FirstOrDefaultAsync(cancellationToken);
            if (last > Player.EndOf(to))
            {
                throw new RehearsalRefusedException($"The run in this database stands at {London.DateOf(last.Value):yyyy-MM-dd}, after {to:yyyy-MM-dd}.");
            }

            clock.MoveTo(last ?? London.At(from, TimeOnly.MinValue));
        }

        foreach (var pack in plan.Packs)
        {
            await commands.SendAsync(new LoadPack(randomness.Id("load-pack", pack), pack), Actor.System("verb"), cancellationToken);
        }

        var agenda = services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        var timeline = new TimelineReader(services.GetRequiredService<IServiceScopeFactory>());
        await timeline.SkipAsync(cancellationToken);
        await new Player(services.GetRequiredService<IServiceScopeFactory>(), agenda, acting, clock, clock.MoveTo)
            .PlayAsync(script, Player.EndOf(to), null, cancellationToken);
        foreach (var happened in await timeline.NewAsync(cancellationToken))
        {
            plan.OnEvent?.Invoke(happened);
        }

        return await RehearsalReport.ReadAsync(services, to, plan, watch.Elapsed, cancellationToken);
    }

    private static async Task<bool> HoldsRunAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Migrations>().IsCurrentAsync(cancellationToken)
            && await scope.ServiceProvider.GetRequiredService<GovernanceDb>().RecordEntries.AnyAsync(cancellationToken);
    }

    private static ServiceProvider Compose(RehearsalPlan plan, string? throwaway)
    {
        var database = throwaway is not null ? DatabaseSettings.SqliteFile(throwaway, throwaway: true) : DatabaseOption.Parse(plan.Database!);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddGovernance(database, plan.Folders);
        services.AddSingleton(new SiteAddress(new Uri("https://rehearsal.example"), "rehearsal@council.example"));
        services.AddSingleton<IMailSender, NowhereSender>();
        services.AddSingleton<Randomness>(new SeededRandomness(plan.Seed));
        services.AddSingleton(new StandingClock(DateTimeOffset.UnixEpoch));
        services.AddSingleton<TimeProvider>(x => x.GetRequiredService<StandingClock>());
        plan.Compose?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>In a rehearsal nothing leaves the building.</summary>
    private sealed class NowhereSender : IMailSender
    {
        public Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Task.FromResult<HandOver>(new HandOver.Taken());

        public Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);
    }
}

/// <summary>What is asked for cannot be rehearsed.</summary>
internal sealed class RehearsalRefusedException(string reason) : Exception(reason);

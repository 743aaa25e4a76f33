using System.Threading.Channels;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace LraGovernance.CrashWorker;

/// <summary>The product under load, composed as in production, to be killed. Arguments: DATABASE-KIND CONNECTION WORKFLOWS PICKUP-FOLDER SEED RUN</summary>
internal static class Load
{
    public static async Task Main(string[] args)
    {
        var database = new DatabaseSettings { Kind = Enum.Parse<DatabaseKind>(args[0]), ConnectionString = args[1] };
        var services = new ServiceCollection();
        services.AddLogging(x => x.SetMinimumLevel(LogLevel.Error).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        services.AddGovernance(database, new GovernanceFolders(args[2], ""), typeof(TakeNote).Assembly);
        services.AddSingleton(new SiteAddress(new Uri("https://site.example"), "site@council.example"));
        services.Replace(ServiceDescriptor.Singleton(new DigestFrom(int.MaxValue))); // each mail is to go its own way
        services.AddSingleton<IMailSender>(x => new PickupFolderSender(args[3], x.GetRequiredService<SiteAddress>(), x.GetRequiredService<TimeProvider>()));
#pragma warning disable RS0030 // a composition root: it names the real clock and the real chance
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Randomness, SystemRandomness>();
#pragma warning restore RS0030
        await using var house = services.BuildServiceProvider();

        await using (var scope = house.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync();
        }

        var replies = Channel.CreateUnbounded<Guid>();
        var agenda = Task.Run(() => WorkAsync(house.GetRequiredService<Agenda>(), house.GetRequiredService<TimeProvider>(), replies.Reader));
        await new Posters(house, args[4], args[5], replies.Writer).PostAllAsync();
        replies.Writer.Complete();
        await agenda;
    }

    /// <summary>Works off what an earlier life left, then what each reply made due, until everything is answered.</summary>
    private static async Task WorkAsync(Agenda agenda, TimeProvider clock, ChannelReader<Guid> replies)
    {
        await WorkOffAsync(agenda, clock);
        await foreach (var _ in replies.ReadAllAsync())
        {
            await WorkOffAsync(agenda, clock);
        }
    }

    /// <summary>Says each item, so that a silence is a standstill.</summary>
    private static async Task WorkOffAsync(Agenda agenda, TimeProvider clock)
    {
        while (await agenda.NextAsync(CancellationToken.None) is { } due && due.At <= clock.GetUtcNow())
        {
            await agenda.PerformAsync(due, CancellationToken.None);
            Console.WriteLine($"performed {due.Kind} {due.Key}");
        }
    }
}

using System.Collections.Concurrent;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Tests;

internal sealed record HouseOptions
{
    public DateTimeOffset Now { get; init; } = Demonstration.Start;
    public string? Workflows { get; init; }
    public Action<IServiceCollection>? Compose { get; init; }
}

/// <summary>
/// The product without its pages, on a database, a standing clock and a mailbox in memory. Commands of this test assembly
/// can be sent, and step commands of it be named in definitions.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>When the days of tests begin, unless they say otherwise.</summary>
    public static readonly TimeOnly Morning = new(9, 30);

    private readonly ServiceProvider _services;

    private House(Store store, ServiceProvider services) => (Store, _services) = (store, services);

    public Store Store { get; }
    public StandingClock Clock => _services.GetRequiredService<StandingClock>();
    public Mailbox Mails => _services.GetRequiredService<Mailbox>();
    public Randomness Randomness => _services.GetRequiredService<Randomness>();
    public IServiceProvider Services => _services;

    /// <summary>With the pack loaded, on 1 October 2015; or played to the morning of a day.</summary>
    public static async Task<House> OpenAsync(DatabaseKind kind, DateOnly? playedTo = null, HouseOptions? options = null)
    {
        var store = await PreparedStores.CopyAsync(kind, playedTo);
        options ??= new();
        return await OpenAsync(store, playedTo is { } day ? options with { Now = London.At(day, Morning) } : options);
    }

    public static Task<House> OpenAsync(Store store, HouseOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(x => x.SetMinimumLevel(LogLevel.None));
        services.AddGovernance(store.Settings, Hosting.Folders with { Workflows = options.Workflows ?? Hosting.Folders.Workflows }, typeof(House).Assembly);
        services.AddSingleton(new SiteAddress(new Uri("https://site.example"), "site@council.example"));
        services.AddSingleton<Mailbox>();
        services.AddSingleton<IMailSender>(x => x.GetRequiredService<Mailbox>());
        services.AddSingleton<Randomness>(new SeededRandomness("tests"));
        services.AddSingleton(new StandingClock(options.Now));
        services.AddSingleton<TimeProvider>(x => x.GetRequiredService<StandingClock>());
        services.AddScoped<IPaperSource, TestPaper>();
        options.Compose?.Invoke(services);
        return Task.FromResult(new House(store, services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true })));
    }

    public Task<T> SendAsync<T>(IRequest<T> request, Actor? actor = null) =>
        _services.GetRequiredService<Commands>().SendAsync(request, actor ?? Actor.System("test"));

    public GovernanceDb Db() => Store.Open();

    /// <summary>Performs everything due until the clock's time; a failure fails the test.</summary>
    public Task<int> WorkAsync()
    {
        var agenda = _services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        return agenda.WorkAsync();
    }

    /// <summary>Moves on, performing what comes due on the way at its own time.</summary>
    public async Task MoveToAsync(DateTimeOffset time)
    {
        var agenda = _services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        while (await agenda.NextAsync() is { } due && due.At <= time)
        {
            Clock.MoveTo(due.At);
            await agenda.PerformAsync(due);
        }

        Clock.MoveTo(time);
    }

    public async Task MigrateAndLoadAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrations>().ApplyAsync();
        await SendAsync(new LoadPack(Randomness.Id("load-pack", ""), Demonstration.Pack), Actor.System("verb"));
    }

    public async Task PlayToAsync(DateOnly day)
    {
        var agenda = _services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        var script = Script.Read(Path.Combine(Hosting.Folders.Packs, Demonstration.Pack, Demonstration.ScriptFile));
        await new Player(_services.GetRequiredService<IServiceScopeFactory>(), agenda, new ActOut(_services.GetRequiredService<Commands>(), Randomness), Clock, Clock.MoveTo)
            .PlayAsync(script, London.At(day, Morning), null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }

    /// <summary>Leaves the database where it is, for whoever opens it next.</summary>
    public ValueTask CloseAsync() => _services.DisposeAsync();
}

/// <summary>Every mail that left, newest last.</summary>
internal sealed class Mailbox : IMailSender
{
    private readonly ConcurrentQueue<OutgoingMail> _mails = new();

    public IReadOnlyList<OutgoingMail> All => [.. _mails];

    /// <summary>Thrown by the next hand-over instead of taking it.</summary>
    public Exception? FailWith { get; set; }

    /// <summary>An address that the carrier does not know.</summary>
    public string? Refuses { get; set; }

    /// <summary>What the carrier answers in place of taking a mail.</summary>
    public HandOver? Answers { get; set; }

    public Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (FailWith is { } failure)
        {
            return Task.FromException<HandOver>(failure);
        }

        var answer = mail.ToAddress == Refuses ? new HandOver.Refused("550: no such mailbox") : Answers ?? new HandOver.Taken();
        if (answer is HandOver.Taken)
        {
            _mails.Enqueue(mail);
        }

        return Task.FromResult(answer);
    }

    public Task<bool?> HasAsync(Guid mail, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    public IReadOnlyList<OutgoingMail> To(string address) => [.. _mails.Where(x => x.ToAddress == address)];
}

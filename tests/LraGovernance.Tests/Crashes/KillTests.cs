using System.Diagnostics;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Notifications;
using LraGovernance.Running;
using LraGovernance.Web.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LraGovernance.Tests.Crashes;

/// <summary>The process is killed under load, again and again; then it is left in peace, and everything finishes.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Members = 3;
    private static readonly int MostAnswersARun = Campaign.Of(25, 10);

    private readonly Campaign _campaign = new();
    private readonly Receipts _receipts = new();
    private readonly string _workflows = TinyProcess.Folder();
    private readonly string _pickup = Directory.CreateTempSubdirectory("lra-pickup-").FullName;
    private readonly HashSet<Guid> _unseen = [];
    private int _cases;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 100, 3)]
    [InlineData(DatabaseKind.Postgres, 30, 2)]
    public async Task Killed_under_load_it_loses_no_acknowledged_decision_and_doubles_none(DatabaseKind kind, int whole, int sample)
    {
        output.WriteLine($"seed {_campaign.Seed} (LRA_SEED={_campaign.Seed} replays)");
        var watch = Stopwatch.StartNew();
        await using var store = await PreparedStores.CopyAsync(kind, null);
        var house = await OpenAsync(store);
        await Given.ABoard().Of(Members).WithQuorum(Members).SeatAsync(house);
        await RequireDurabilityAsync(store);
        var kills = 0;
        for (var run = 0; kills < Campaign.Of(whole, sample); run++)
        {
            await AskAsync(house);
            kills += await RunAndKillAsync(store, run) ? 1 : 0;
            await InspectAsync(house, $"seed {_campaign.Seed}, after run {run}");
        }

        var (killed, acknowledged) = (watch.Elapsed, _receipts.Recorded.Count);
        await LeaveInPeaceAsync(house);
        await house.CloseAsync();
        output.WriteLine($"{kind}: {kills} kills in {killed.TotalSeconds:0} s, {acknowledged} decisions acknowledged, {_receipts.Repeats} repeats got the same receipt; "
            + $"{_unseen.Count} decisions were committed and their receipt lost on the way; 0 lost, 0 doubled; everything finished after {watch.Elapsed.TotalSeconds:0} s");
    }

    public void Dispose()
    {
        Directory.Delete(_workflows, recursive: true);
        Directory.Delete(_pickup, recursive: true);
    }

    private static async Task RequireDurabilityAsync(Store store)
    {
        await using var db = store.Open();
        (await db.Database.SqlQueryRaw<string>(db.Database.IsNpgsql()
            ? "SELECT current_setting('synchronous_commit') || ', ' || current_setting('fsync') AS \"Value\""
            : "SELECT CAST(synchronous AS TEXT) AS \"Value\" FROM pragma_synchronous").SingleAsync()).ShouldBe(db.Database.IsNpgsql() ? "on, on" : "2");
    }

    /// <summary>Keeps enough requests open for one more run.</summary>
    private async Task AskAsync(House house)
    {
        await using var db = house.Db();
        for (var open = await db.DecisionRequests.CountAsync(x => x.State == RequestState.Open); open * Members < 2 * MostAnswersARun; open++, _cases++)
        {
            await house.SendAsync(new StartProcess(house.Randomness.Id("start", $"{_cases}"), BoardBuilder.Service, TinyProcess.DefinitionId, $"case-{_cases}"));
        }
    }

    private async Task<bool> RunAndKillAsync(Store store, int run)
    {
        await store.CloseAsync();
        using var worker = Worker.Start(store.Settings, _workflows, _pickup, _campaign.Seed, run);

        // Some die while they start; most in the midst of answers, a moment after one of them was acknowledged.
        var answers = _campaign.Below(8, "early", run) == 0 ? 0 : 1 + _campaign.Below(MostAnswersARun, "answers", run);
        for (var enough = _receipts.Recorded.Count + answers; _receipts.Recorded.Count < enough && await worker.NextAsync() is { } line;)
        {
            _receipts.Add(line);
        }

        await Task.Delay(_campaign.Below(answers == 0 ? 1_500 : 25, "moment", run));
        var (wasAlive, rest) = await worker.KillAsync();
        foreach (var line in rest)
        {
            _receipts.Add(line);
        }

        (await worker.ComplaintsAsync()).ShouldBeEmpty($"run {run}");
        await GoneAsync(store);
        return wasAlive;
    }

    /// <summary>The server may still carry out what a dead client sent last; whatever can still commit holds its service's head row.</summary>
    private static async Task GoneAsync(Store store)
    {
        await using var db = store.Open();
        if (db.Database.IsNpgsql())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"SELECT service FROM record_heads FOR UPDATE");
        }
    }

    private async Task InspectAsync(House house, string when)
    {
        await using var db = house.Db();
        if (db.Database.IsSqlite())
        {
            (await db.Database.SqlQuery<string>($"SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync()).ShouldBe("ok", when);
        }

        var after = await Aftermath.ReadAsync(db);
        Soundness.Check(after, _receipts.Recorded, _pickup);
        _unseen.UnionWith(after.Answers.Select(x => x.Id).Except(_receipts.Recorded.Select(x => x.AnswerId)));
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>(when);
    }

    private async Task LeaveInPeaceAsync(House house)
    {
        await house.Store.CloseAsync();
        using (var worker = Worker.Start(house.Store.Settings, _workflows, _pickup, _campaign.Seed, -1))
        {
            foreach (var line in await worker.RestAsync())
            {
                _receipts.Add(line);
            }

            (await worker.ComplaintsAsync()).ShouldBeEmpty();
            worker.ExitCode.ShouldBe(0);
        }

        // What was being sent when the process died is sent again when its lease is over.
        house.Clock.MoveTo(Now + TimeSpan.FromHours(1));
        await house.WorkAsync();
        await InspectAsync(house, "at the end");
        await using var db = house.Db();
        (await db.DecisionRequests.CountAsync(x => x.State == RequestState.Open)).ShouldBe(0);
        (await db.Instances.CountAsync(x => x.Status != InstanceStatus.Finished)).ShouldBe(0);
        (await db.Outbox.CountAsync(x => x.State != MailState.Sent)).ShouldBe(0);
        output.WriteLine($"{await db.Outbox.CountAsync()} mails left, {await db.Outbox.CountAsync(x => x.Attempts > 1)} of them in a second attempt");
        Directory.EnumerateFileSystemEntries(_pickup).Count().ShouldBe(await db.Outbox.CountAsync(), "one file a mail, and nothing beside");
    }

    private Task<House> OpenAsync(Store store) => House.OpenAsync(store, new HouseOptions
    {
        Now = Now, Workflows = _workflows,
        Compose = x => x.Replace(ServiceDescriptor.Singleton(new DigestFrom(int.MaxValue))).AddSingleton<IMailSender>(services => new PickupFolderSender(_pickup, services.GetRequiredService<SiteAddress>(), services.GetRequiredService<TimeProvider>())),
    });

    // The worker lives in real time, and so must whoever opens its database.
#pragma warning disable RS0030
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
}

using System.Text.Json;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Running;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LraGovernance.Tests.Crashes;

/// <summary>
/// It dies at the Nth crash point, for every N until the scenario passes no more of them; it is opened again and finishes; and
/// nobody could tell afterwards, but for a mail that came twice.
/// </summary>
public sealed class SingleCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int SampleStep = 9;

    private readonly string _workflows = TinyProcess.Folder();

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task Wherever_it_dies_it_ends_as_if_it_had_not(DatabaseKind kind, bool stepFaults)
    {
        await using var seated = await PreparedStores.CopyAsync(kind, null);
        await new ReferenceScenario(seated, _workflows, stepFaults).SeatAsync();
        await seated.CloseAsync();
        var (points, expected) = await RunAsync(seated, stepFaults, null);
        var sentTwice = 0;
        var crossings = Crossings(points);
        foreach (var crossing in crossings)
        {
            var (_, outcome) = await RunAsync(seated, stepFaults, crossing);

            var where = $"died at crossing {crossing}, {points[crossing - 1]}";
            outcome.Rows.ShouldBe(expected.Rows, where);
            outcome.Events.ShouldBe(expected.Events, where);
            outcome.Mails.Distinct().ShouldBe(expected.Mails, where);
            (outcome.Mails.Count - expected.Mails.Count).ShouldBeLessThanOrEqualTo(points[crossing - 1] == "after-send" || points[crossing - 1] == "before-commit" ? 1 : 0, where);
            sentTwice += outcome.Mails.Count - expected.Mails.Count;
        }

        output.WriteLine($"{kind}: died at {crossings.Count} of {points.Count} crossings of {points.Distinct().Count()} crash points; {sentTwice} mails came twice, each with its own Message-ID again");
    }

    public void Dispose() => Directory.Delete(_workflows, recursive: true);

    /// <summary>Every crossing; in a sample the first and the last of each point, and some between.</summary>
    private static List<int> Crossings(IReadOnlyList<string> points)
    {
        var all = Enumerable.Range(1, points.Count).ToList();
        var named = all.GroupBy(x => points[x - 1]).SelectMany(x => new[] { x.First(), x.Last() }).ToHashSet();
        return all.FindAll(x => Campaign.Of(1, SampleStep) is var step && (x % step == 0 || named.Contains(x)));
    }

    private async Task<(IReadOnlyList<string> Points, Outcome Outcome)> RunAsync(Store seated, bool stepFaults, int? crashAt)
    {
        await using var store = await Store.CopyOfAsync(seated);
        var scenario = new ReferenceScenario(store, _workflows, stepFaults);
        var (points, died) = await scenario.PlayAsync(crashAt);
        died.ShouldBe(crashAt is not null);
        if (died)
        {
            (await scenario.PlayAsync(null)).Died.ShouldBeFalse();
        }

        return (points, await Outcome.ReadAsync(store, scenario.Mails));
    }

    /// <summary>How it ended: rows, what the record says happened, and the mails, each in an order of its own.</summary>
    private sealed record Outcome(IReadOnlyList<string> Rows, IReadOnlyList<string> Events, IReadOnlyList<string> Mails)
    {
        public static async Task<Outcome> ReadAsync(Store store, Mailbox mails)
        {
            await using var db = store.Open();
            (await db.Answers.CountAsync()).ShouldBe(3);
            (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Finished);
            (await db.Agenda.CountAsync()).ShouldBe(0);
            var rows = new List<string>();
            await AddAsync(db.Answers);
            await AddAsync(db.DecisionRequests);
            await AddAsync(db.Instances);
            await AddAsync(db.Tasks);
            await AddAsync(db.TaskAssignees);
            await AddAsync(db.Journal);
            await AddAsync(db.Bookmarks);
            await AddAsync(db.HeldStimuli);
            rows.AddRange((await db.HandledCommands.Where(x => x.Command == nameof(RecordDecision)).ToListAsync()).Select(x => $"{x.CommandId} {x.ResultCase} {x.Result}").Order(StringComparer.Ordinal));
            rows.AddRange((await db.Outbox.ToListAsync()).Select(x => $"{x.Template} {x.PersonId} {x.Occurrence} {x.State}").Order(StringComparer.Ordinal));
            await using var house = await House.OpenAsync(store, new HouseOptions());
            (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
            return new(rows, [.. (await db.RecordEntries.ToListAsync()).Select(x => $"{x.Event} {x.Subject}").Order(StringComparer.Ordinal)],
                [.. mails.All.Select(x => $"{x.MessageId} {x.ToAddress} {x.Subject}").Order(StringComparer.Ordinal)]);

            async Task AddAsync<T>(IQueryable<T> table) where T : class =>
                rows.AddRange((await table.AsNoTracking().ToListAsync()).Select(x => $"{typeof(T).Name} {JsonSerializer.Serialize(x)}").Order(StringComparer.Ordinal));
        }
    }
}

using System.Diagnostics;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace LraGovernance.Benchmarks;

/// <summary>verify-audit over a long record, every third entry with a name and a reason beside it.</summary>
internal static class ReadingTheRecord
{
    private const int Entries = 20_000;
    private const int Rounds = 5;

    public static Table Table() => new("verify-audit", $"Record of {Entries:N0} entries", "entries a second", "ms, median");

    public static async Task MeasureAsync(DatabaseKind kind, Table table)
    {
        await using var house = await House.OpenAsync(kind);
        for (var written = 0; written < Entries; written += 1_000)
        {
            await WriteAsync(house, written, 1_000);
        }

        var times = new List<double>();
        var read = 0L;
        for (var round = 0; round <= Rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            read = ((VerifyAuditResult.Sound)await house.SendAsync(new VerifyAudit())).Entries;
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }

        var median = times.Skip(1).Order().ElementAt(Rounds / 2);
        table.Add($"{kind}", 1_000 * read / median, median);
    }

    private static async Task WriteAsync(House house, int from, int count)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var (db, record) = (scope.ServiceProvider.GetRequiredService<GovernanceDb>(), scope.ServiceProvider.GetRequiredService<Record>());
        await using var transaction = await db.Database.BeginTransactionAsync();
        await record.LockHeadAsync(BoardBuilder.Service, CancellationToken.None);
        for (var i = from; i < from + count; i++)
        {
            var person = house.Randomness.Id("measured-person", $"{i % 40}");
            await record.AddAsync(new Fact("decision-recorded", $"decision/{i / 4}", "Corporate Director: Approve")
            {
                Process = "specification-refresh", InstanceKey = "2016/17", Capacity = "Member",
                After = new { answer = house.Randomness.Id("measured-answer", $"{i}"), option = "Approve", seat = "seat-1", document = CanonicalJson.Hash("document"), hasty = false },
                Personal = i % 3 == 0 ? [new("nameTyped", person, "Board Member"), new("reason", person, "Because it says what was agreed.")] : [],
            });
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}

using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Tests;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Benchmarks;

/// <summary>One click, one commit: RecordDecision from send to commit, in turns with the same rows written by hand.</summary>
internal static class DurableDecision
{
    private const int Rounds = 9;
    private const int Each = 60;

    public static Table Table() => new("A durable decision", "From send to commit, one at a time", "p50 ms", "p99 ms", "a second", "times by hand, median of rounds (least to most)");

    public static async Task MeasureAsync(DatabaseKind kind, Table table)
    {
        const int answers = (Rounds + 1) * Each;
        await using var store = await OpenInvitations.PrepareAsync(kind, answers);
        await using var copy = await Store.CopyOfAsync(store);
        var product = await OpenInvitations.OpenAsync(store);
        var other = await OpenInvitations.OpenAsync(copy);
        var byHand = new DecisionByHand(copy.Settings, other.House.Clock.GetUtcNow());
        var times = await Turns.TakeAsync(Rounds, Each, product.AnswerAsync, AnswerByHandAsync);
        await RequireTheSameAsync(product.House, other.House);
        var last = (await Turns.TakeAsync(2, Each, product.AnswerLastAsync))[0];

        table.Add($"{kind}: RecordDecision", times[0].P50, times[0].P99, times[0].PerSecond, times[0].Over(times[1]));
        table.Add($"{kind}: by hand in ADO.NET", times[1].P50, times[1].P99, times[1].PerSecond, "1");
        table.Add($"{kind}: RecordDecision that closes the request", last.P50, last.P99, last.PerSecond, "");
        await product.House.CloseAsync();
        await other.House.CloseAsync();

        Task AnswerByHandAsync(int number)
        {
            var (request, invitation) = other.Early[number];
            return byHand.AnswerAsync(request, invitation, Id("command"), Id("answer"), Id("mail"));

            Guid Id(string purpose) => other.House.Randomness.Id(purpose, invitation.Id.ToString());
        }
    }

    /// <summary>Both have written as many rows, and both records stand up to verification.</summary>
    private static async Task RequireTheSameAsync(params House[] houses)
    {
        var counts = new List<string>();
        foreach (var house in houses)
        {
            await using var db = house.Db();
            var sound = (VerifyAuditResult.Sound)await house.SendAsync(new VerifyAudit());
            counts.Add($"{sound.Entries} {await db.Answers.CountAsync()} {await db.RecordPersonalTexts.CountAsync()} {await db.PersonSalts.CountAsync()} "
                + $"{await db.Outbox.CountAsync()} {await db.Agenda.CountAsync()} {await db.HandledCommands.CountAsync()} {await db.DecisionRequests.SumAsync(x => x.RowVersion)}");
        }

        if (counts[0] != counts[1])
        {
            throw new InvalidOperationException($"Not the same rows: {counts[0]} and {counts[1]}.");
        }
    }
}

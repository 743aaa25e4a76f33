using LraGovernance.Data;
using LraGovernance.Tests;

namespace LraGovernance.Benchmarks;

/// <summary>A decision costs the same however many processes have finished before it.</summary>
internal static class CostOfHistory
{
    private const int Rounds = 7;
    private const int Each = 30;

    private static readonly int[] Finished = [1, 1_000, 10_000];

    public static Table Table() => new("A decision, by what has happened before", "Finished processes in the database", "p50 ms", "p99 ms", "times the first line, median of rounds (least to most)");

    public static async Task MeasureAsync(DatabaseKind kind, Table table)
    {
        await using var open = await OpenInvitations.PrepareAsync(kind, ((Rounds + 1) * Each) + 1);
        var one = await FinishedProcesses.FinishOneAsync(open);
        var (stores, houses) = (new List<Store>(), new List<OpenInvitations>());
        foreach (var finished in Finished)
        {
            stores.Add(await Store.CopyOfAsync(open));
            await FinishedProcesses.AddAsync(stores[^1], one, finished);
            houses.Add(await OpenInvitations.OpenAsync(stores[^1]));
        }

        var times = await Turns.TakeAsync(Rounds, Each, [.. houses.Select(x => (Func<int, Task>)x.AnswerAsync)]);
        for (var i = 0; i < Finished.Length; i++)
        {
            table.Add($"{kind}: {Finished[i]:N0}", times[i].P50, times[i].P99, times[i].Over(times[0]));
            await houses[i].House.CloseAsync();
            await stores[i].DisposeAsync();
        }
    }
}

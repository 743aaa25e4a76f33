using System.Globalization;
using LraGovernance.Data;

namespace LraGovernance.Benchmarks;

/// <summary>
/// Measures what the product promises to be quick at and prints tables for docs/performance.md. What is compared is
/// measured in turns in one run, so that whatever else the machine does slows both.
/// </summary>
internal static class Run
{
    private static readonly (string Name, Func<Task<Table>> Measure)[] Measures =
    [
        ("engine", EngineSteps.MeasureAsync),
        ("engine-journal", LongJournal.MeasureAsync),
        ("decision", () => OnEachAsync(DurableDecision.Table, DurableDecision.MeasureAsync)),
        ("history", () => OnEachAsync(CostOfHistory.Table, CostOfHistory.MeasureAsync)),
        ("verify-audit", () => OnEachAsync(ReadingTheRecord.Table, ReadingTheRecord.MeasureAsync)),
        ("rehearse", ColdStart.MeasureAsync),
    ];

    public static async Task<int> Main(string[] args)
    {
        var filter = args is ["--filter", var name] ? name : null;
        var chosen = Measures.Where(x => filter is null || x.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0 || (args.Length > 0 && filter is null))
        {
            await Console.Error.WriteLineAsync($"--filter takes a part of one of: {string.Join(", ", Measures.Select(x => x.Name))}");
            return 2;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}, server GC off"));
        foreach (var (_, measure) in chosen)
        {
            Console.WriteLine();
            Console.WriteLine((await measure()).ToMarkdown());
        }

        return 0;
    }

    private static async Task<Table> OnEachAsync(Func<Table> empty, Func<DatabaseKind, Table, Task> measure)
    {
        var table = empty();
        foreach (var kind in (DatabaseKind[])[DatabaseKind.Sqlite, DatabaseKind.Postgres])
        {
            if (kind == DatabaseKind.Postgres && Environment.GetEnvironmentVariable("LRA_TEST_POSTGRES") is null)
            {
                await Console.Error.WriteLineAsync("PostgreSQL is left out: LRA_TEST_POSTGRES names none.");
                continue;
            }

            await measure(kind, table);
        }

        return table;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace LraGovernance.Benchmarks;

/// <summary>A rehearsal as somebody types it: a process from nothing, a cycle, a report.</summary>
internal static class ColdStart
{
    private const int Rounds = 7;

    public static async Task<Table> MeasureAsync()
    {
        var (whole, inside) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            var report = await RehearseAsync();
            whole.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            inside.Add((double)report["elapsedMs"]!);
        }

        var table = new Table("A rehearsed cycle, from a cold start", "rehearse --json, KentLra2016", "ms, median", "fastest", "slowest");
        Add("whole process", whole);
        Add("of it, what the report says", inside);
        return table;

        void Add(string name, List<double> times)
        {
            var sorted = times.Skip(1).Order().ToList(); // the first one finds the disk cold
            table.Add(name, sorted[Rounds / 2], sorted[0], sorted[^1]);
        }
    }

    private static async Task<JsonNode> RehearseAsync()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LraGovernance.Web.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "rehearse", "--json"]) { RedirectStandardOutput = true })!;
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonNode.Parse(report)!
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"rehearse ended with {process.ExitCode}."));
    }
}

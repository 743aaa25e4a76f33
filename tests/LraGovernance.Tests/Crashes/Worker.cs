using System.Diagnostics;
using LraGovernance.Data;

namespace LraGovernance.Tests.Crashes;

/// <summary>The product under load in a process of its own, to be killed. What it says, it says after the reply.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _complaints;

    private Worker(Process process)
    {
        _process = process;
        _complaints = process.StandardError.ReadToEndAsync();
    }

    public static Worker Start(DatabaseSettings database, string workflows, string pickup, string seed, int run)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LraGovernance.CrashWorker.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath!.Contains("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet",
            [program, database.Kind.ToString(), database.ConnectionString, workflows, pickup, seed, $"{run}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return new(Process.Start(start)!);
    }

    /// <summary>The next line; null when the process is over.</summary>
    public async Task<string?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _process.StandardOutput.ReadLineAsync(patience.Token);
    }

    /// <summary>Kills it (SIGKILL) and gives what it had said until then.</summary>
    /// <returns>Whether it was alive, and the lines still in the pipe: they left before it died.</returns>
    public async Task<(bool WasAlive, IReadOnlyList<string> Lines)> KillAsync()
    {
        _process.Kill();
        var lines = await RestAsync();
        return (_process.ExitCode == 128 + 9, lines);
    }

    /// <summary>Lets it finish.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        var lines = new List<string>();
        while (await NextAsync() is { } line)
        {
            lines.Add(line);
        }

        await _process.WaitForExitAsync();
        return lines;
    }

    /// <summary>Everything that it logged as an error; a crash is no reason for any.</summary>
    public Task<string> ComplaintsAsync() => _complaints;

    public int ExitCode => _process.ExitCode;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

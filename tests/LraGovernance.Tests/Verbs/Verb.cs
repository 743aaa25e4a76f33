using System.Diagnostics;
using LraGovernance.Web.Verbs;

namespace LraGovernance.Tests.Verbs;

/// <summary>The program as its user starts it: a process of its own, with an exit code and something to say.</summary>
internal static class Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public sealed record Outcome(int ExitCode, string Said, string Complaints);

    public static Task<Outcome> RunAsync(params string[] arguments) => RunInAsync(Path.GetTempPath(), arguments);

    public static async Task<Outcome> RunInAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServeVerb).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complaints = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await said, complaints);
        }
        finally
        {
            process.Kill();
        }
    }
}

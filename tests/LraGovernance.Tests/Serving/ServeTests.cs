using System.Diagnostics;
using System.Text.Json.Nodes;
using LraGovernance.Tests.Rehearsal;
using LraGovernance.Web.Verbs;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Serving;

public sealed class ServeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_broken_definition_stops_it_named_by_file_and_path(string environment)
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangeWorkflow(definition => Activity(definition, "board-signs-off")["body"]!["expression"]!["value"] = "strategic-bored");

        var (exitCode, complaints) = await ServeAsync(copy, environment);

        exitCode.ShouldBe(2, complaints);
        complaints.ShouldContain("specification-refresh.v1.json");
        complaints.ShouldContain("$.root.activities[");
        complaints.ShouldContain("strategic-bored");
    }

    /// <summary>As it is started by its user: a process of its own, which says why it ended.</summary>
    private static async Task<(int ExitCode, string Complaints)> ServeAsync(CopyOfTheBuild copy, string environment)
    {
        var folder = copy.Folder;
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(ServeVerb).Assembly.Location, "serve", "--environment", environment, "--urls", "http://127.0.0.1:0",
            "--Folders:Workflows", copy.Folders.Workflows, "--Folders:Packs", copy.Folders.Packs,
            "--Database:Kind", "Sqlite", "--Database:ConnectionString", $"Data Source={Path.Combine(folder, "lra.db")}",
            "--Site:BaseUrl", "https://lra.example", "--Site:MailFrom", "lra@council.example", "--Site:MailPickupFolder", Path.Combine(folder, "mail"),
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complaints = await process.StandardError.ReadToEndAsync(patience.Token);
            await said;
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, complaints);
        }
        finally
        {
            process.Kill();
        }
    }

    private static JsonNode Activity(JsonNode definition, string id) =>
        definition["root"]!["activities"]!.AsArray().Single(x => (string?)x!["id"] == id)!;
}

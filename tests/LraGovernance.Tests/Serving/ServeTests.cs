using System.Text.Json.Nodes;
using LraGovernance.Tests.Rehearsal;
using LraGovernance.Tests.Verbs;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Serving;

public sealed class ServeTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_broken_definition_stops_it_named_by_file_and_path(string environment)
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangeWorkflow(definition => Activity(definition, "board-signs-off")["body"]!["expression"]!["value"] = "strategic-bored");

        var (exitCode, _, complaints) = await ServeAsync(copy, environment);

        exitCode.ShouldBe(2, complaints);
        complaints.ShouldContain("specification-refresh.v1.json");
        complaints.ShouldContain("$.root.activities[");
        complaints.ShouldContain("strategic-bored");
    }

    private static Task<Verb.Outcome> ServeAsync(CopyOfTheBuild copy, string environment) => Verb.RunInAsync(copy.Folder,
        "serve", "--environment", environment, "--urls", "http://127.0.0.1:0",
        "--Folders:Workflows", copy.Folders.Workflows, "--Folders:Packs", copy.Folders.Packs,
        "--Database:Kind", "Sqlite", "--Database:ConnectionString", $"Data Source={Path.Combine(copy.Folder, "lra.db")}",
        "--Site:BaseUrl", "https://lra.example", "--Site:MailFrom", "lra@council.example", "--Mail:PickupFolder", Path.Combine(copy.Folder, "mail"));

    private static JsonNode Activity(JsonNode definition, string id) =>
        definition["root"]!["activities"]!.AsArray().Single(x => (string?)x!["id"] == id)!;
}

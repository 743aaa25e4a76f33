using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Verbs;

/// <summary>What cannot be done is said in a line, with exit code 2: code 1 of verify-audit means that the record is broken.</summary>
public sealed class RefusedArgumentTests
{
    [Theory]
    [InlineData("verify-audit", "Host=127.0.0.1;Port=1;Username=nobody", "The database cannot be used")]
    [InlineData("verify-audit", "Host=;", "Host is empty")]
    [InlineData("verify-audit", "Host=x;Nonsense=1", "--db is no database")]
    [InlineData("verify-audit", "no-such-file.db", "There is no database")]
    [InlineData("migrate", "", "--db is empty")]
    [InlineData("migrate", "Host=127.0.0.1;Port=1;Username=nobody", "The database cannot be used")]
    [InlineData("rehearse", "Host=127.0.0.1;Port=1;Username=nobody", "The database cannot be used")]
    public async Task A_database_that_cannot_be_used(string verb, string database, string reason)
    {
        var outcome = await Verb.RunAsync(verb, "--db", database);

        outcome.ExitCode.ShouldBe(2, outcome.Complaints);
        outcome.Complaints.ShouldContain(reason);
        outcome.Complaints.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Definitions_that_are_not_there_or_cannot_be_opened()
    {
        using var folder = new TemporaryFolder();
        (await Verb.RunAsync("check-workflows", folder.Path)).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(2), x => x.Complaints.ShouldContain("no definition to check"));

        File.CreateSymbolicLink(Path.Combine(folder.Path, "gone.json"), Path.Combine(folder.Path, "nowhere"));
        (await Verb.RunAsync("check-workflows", folder.Path)).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(1), x => x.Complaints.ShouldContain("gone.json $: the file cannot be read"));
        (await Verb.RunAsync("run-workflow", Path.Combine(folder.Path, "gone.json"))).ExitCode.ShouldBe(2);
    }
}

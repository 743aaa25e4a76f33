using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
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

    [Theory]
    [InlineData("--bogus", "verify-audit", "--bogus")]
    [InlineData("Cannot parse argument 'abc'", "rehearse", "--services", "abc")]
    [InlineData("--script is empty", "rehearse", "--script", "")]
    [InlineData("There is no pack .", "rehearse", "--pack", ".", "--services", "2")]
    [InlineData("which nobody can do", "rehearse", "--script", """{"from":"2015-10-01","to":"2015-10-02","acts":[{"do":"fly","at":"09:00"}]}""")]
    public async Task A_slip_on_the_command_line(string reason, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var outcome = await Verb.RunAsync([.. arguments.Select(x => x.StartsWith('{') ? folder.Write("script.json", x) : x)]);

        outcome.ExitCode.ShouldBe(2, outcome.Complaints);
        outcome.Complaints.ShouldContain(reason);
        outcome.Complaints.ShouldNotContain("   at ");
        outcome.Said.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("acts", """{"from":"2015-10-01","to":"2015-10-02"}""")]
    [InlineData("an act is null", """{"from":"2015-10-01","to":"2015-10-02","acts":[null]}""")]
    [InlineData("working days after", """{"from":"2015-10-01","to":"2015-10-02","acts":[{"do":"submit","at":"09:00","workingDays":2000000000}]}""")]
    [InlineData("who does not hold the role", """{"from":"2015-10-01","to":"2015-10-02","acts":[{"do":"raise","at":"09:00","on":"1999-01-01","role":"commissioner"}]}""")]
    public async Task A_script_that_cannot_be_played(string reason, string script)
    {
        using var folder = new TemporaryFolder();
        var plan = new RehearsalPlan(Demonstration.Pack, folder.Write("script.json", script), null, null, null, "1");

        (await Should.ThrowAsync<RehearsalRefusedException>(() => Rehearse.RunAsync(plan))).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_rehearsal_that_ends_before_it_begins_leaves_no_database_behind()
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder.Path, "new.db");
        var plan = new RehearsalPlan(Demonstration.Pack, null, new(2017, 1, 1), new(2016, 1, 1), database, "1");

        (await Should.ThrowAsync<RehearsalRefusedException>(() => Rehearse.RunAsync(plan))).Message.ShouldContain("It cannot be rehearsed from 2017-01-01");
        (!File.Exists(database) || new FileInfo(database).Length == 0).ShouldBeTrue();
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

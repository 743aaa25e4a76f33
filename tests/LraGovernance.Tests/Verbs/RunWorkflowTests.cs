using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Verbs;

public sealed class RunWorkflowTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "tests", "LraGovernance.Tests", "Verbs", "Examples");
    private static readonly string Together = Path.Combine(Examples, "together");

    [Fact]
    public async Task It_writes_waits_for_events_and_time_and_says_how_it_ended()
    {
        var (folder, file) = (Together, Path.Combine(Together, "parent.json"));

        (await Verb.RunAsync("run-workflow", file, "--definitions", folder)).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(0, x.Complaints), x => x.Said.ShouldBe("hello\nfrom the child: you\nstatus: Suspended\n"));
        (await Verb.RunAsync("run-workflow", file, "--definitions", folder, "--event", "Paid=5", "--advance")).ShouldSatisfyAllConditions(
            x => x.ExitCode.ShouldBe(0, x.Complaints), x => x.Said.ShouldBe("hello\nfrom the child: you\n5\nan hour later\nstatus: Finished\n"));
    }

    [Fact]
    public async Task The_journal_has_every_activity_with_its_outcome()
    {
        var outcome = await Verb.RunAsync("run-workflow", Path.Combine(Together, "child.json"), "--input", "{\"who\": \"from the child: me\"}", "--journal");

        outcome.Said.ShouldBe("""
            from the child: me
            1.1 seq Elsa.Sequence Started
            1.2 say Elsa.WriteLine Started
            1.3 say Elsa.WriteLine Completed Done
            1.4 seq Elsa.Sequence Completed Done
            status: Finished

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_fault_is_exit_code_1_and_names_its_place()
    {
        var outcome = await Verb.RunAsync("run-workflow", Path.Combine(Together, "parent.json"));

        outcome.ExitCode.ShouldBe(1);
        outcome.Said.ShouldBe("hello\nstatus: Faulted\n");
        outcome.Complaints.ShouldContain("$.root.activities[1]: child: there is no published workflow 'child'");
    }

    [Fact]
    public async Task Twenty_planted_faults_are_twenty_messages_with_path_and_reason()
    {
        var outcome = await Verb.RunAsync("run-workflow", Path.Combine(Examples, "planted-faults.json"));

        outcome.ExitCode.ShouldBe(2);
        outcome.Said.ShouldBeEmpty();
        var lines = outcome.Complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(20, outcome.Complaints);
        lines.ShouldAllBe(x => x.StartsWith("planted-faults.json $.", StringComparison.Ordinal) && x.Contains(": "));
        lines.Select(x => x.Split(": ")[0]).Distinct().Count().ShouldBe(20, "each at a place of its own");
    }

    [Fact]
    public async Task Ten_broken_house_rules_are_ten_messages_and_the_file_itself_loads()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Examples, "broken-house-rules.json"), Path.Combine(folder.Path, "broken-house-rules.json"));

        (await Verb.RunAsync("run-workflow", Path.Combine(folder.Path, "broken-house-rules.json"))).ExitCode.ShouldNotBe(2);
        var outcome = await Verb.RunAsync("check-workflows", folder.Path);

        outcome.ExitCode.ShouldBe(1);
        var lines = outcome.Complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10, outcome.Complaints);
        lines.ShouldAllBe(x => x.StartsWith("broken-house-rules.json $.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Workflows_that_set_each_other_off_without_end_are_stopped()
    {
        var outcome = await Verb.RunAsync("run-workflow", Path.Combine(Examples, "endless.json"), "--event", "Again");

        outcome.ExitCode.ShouldBe(1);
        outcome.Complaints.Trim().ShouldBe("more than 10000 events and children without a wait; the last is 'Again'");
    }

    [Theory]
    [InlineData("--input", "[]", "--input is not a JSON object")]
    [InlineData("--event", "=5", "--event needs a name")]
    [InlineData("--event", "Paid={", "--event Paid: what follows the = is not JSON")]
    public async Task What_cannot_be_read_is_said(string option, string value, string reason)
    {
        var outcome = await Verb.RunAsync("run-workflow", Path.Combine(Together, "child.json"), option, value);

        outcome.ExitCode.ShouldBe(2);
        outcome.Complaints.Trim().ShouldStartWith(reason);
    }
}

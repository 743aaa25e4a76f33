using System.Text.Json.Nodes;
using LraGovernance.Data;
using LraGovernance.Running;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Rehearsal;

/// <summary>The walk of the first specification, 1 October 2015 to 1 April 2016, and that it comes from definition and pack.</summary>
public sealed class RehearsalTests
{
    private static readonly RehearsalPlan Whole = new(Demonstration.Pack, null, null, new DateOnly(2016, 4, 1), null, "1");

    [Fact]
    [Trait("Requirement", "R-020")]
    [Trait("Requirement", "R-022")]
    [Trait("Requirement", "R-023")]
    [Trait("Requirement", "R-031")]
    [Trait("Requirement", "R-121")]
    public async Task The_specification_goes_from_draft_to_in_force()
    {
        var report = await Rehearse.RunAsync(Whole);

        report.Specification!.Version.ShouldBe("1.0");
        report.Specification.InForceFrom.ShouldBe(new DateOnly(2016, 4, 1));
        report.Timeline.Single(x => x.Event == "version-in-force").At.ShouldBe(new DateTimeOffset(2016, 4, 1, 6, 0, 0, TimeSpan.FromHours(1)), "agreed in February, in force on 1 April");
        report.Counts.Incidents.ShouldBe(0);
        report.Counts.Finished.ShouldBe(1);
        var told = report.Timeline.Select(x => $"{x.Event}: {x.Detail}").ToList();
        told.Count(x => x.StartsWith("task-opened: Review the draft", StringComparison.Ordinal)).ShouldBe(2, "two reviews in parallel");
        report.Timeline.Where(x => x.Detail.StartsWith("Review the draft", StringComparison.Ordinal) && x.Event == "task-opened").Select(x => x.At).Distinct().Count().ShouldBe(1);
        told.ShouldContain("body-decided: LRA Strategic Board: AskForChanges");
        told.Count(x => x.StartsWith("decision-recorded: ", StringComparison.Ordinal) && x.EndsWith(": Approve", StringComparison.Ordinal)).ShouldBe(5, "one before the changes, four after");
        told.ShouldContain(x => x.Contains("(through a deputy): Approve", StringComparison.Ordinal));
        told.Count(x => x.StartsWith("reminder-sent: Sign off", StringComparison.Ordinal)).ShouldBe(1);
        told.ShouldContain("task-done: Record what the Cabinet Committee said of the specification: Endorsed");
        report.Timeline.Single(x => x.Detail.EndsWith(": Endorsed", StringComparison.Ordinal)).At.Date.ShouldBe(new DateTime(2016, 1, 12));
        told.ShouldContain("decision-recorded: Head of Libraries, Registration and Archives: Agree");
        told.Count(x => x.StartsWith("question-asked", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_record_on_both_databases_and_another_seed_another()
    {
        var once = await Rehearse.RunAsync(Whole);
        await using var store = await Store.EmptyAsync(DatabaseKind.Postgres);
        var again = await Rehearse.RunAsync(Whole with { Database = store.Settings.ConnectionString });
        var other = await Rehearse.RunAsync(Whole with { Seed = "2" });

        again.RecordHead.ShouldBe(once.RecordHead);
        other.RecordHead.ShouldNotBe(once.RecordHead);
        other.Specification!.Hash.ShouldBe(once.Specification!.Hash, "the document is the same whoever rolls the dice");
    }

    [Fact]
    public async Task Stopping_in_January_and_going_on_gives_the_same_as_one_run()
    {
        var whole = await Rehearse.RunAsync(Whole);
        await using var store = await Store.EmptyAsync(DatabaseKind.Sqlite);
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(store.Settings.ConnectionString).DataSource;
        var half = await Rehearse.RunAsync(Whole with { Database = file, To = new DateOnly(2016, 1, 20) });
        var rest = await Rehearse.RunAsync(Whole with { Database = file, From = new DateOnly(2020, 1, 1) });

        half.Specification.ShouldBeNull();
        rest.RecordHead.ShouldBe(whole.RecordHead);
        rest.Timeline.ShouldBe(whole.Timeline);
        rest.From.ShouldBe(whole.From);
    }

    [Fact]
    [Trait("Requirement", "R-014")]
    [Trait("Requirement", "R-022")]
    public async Task Without_the_advisory_boards_branch_its_tasks_are_gone()
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangeWorkflow(definition =>
        {
            var root = definition["root"]!;
            Remove(root["activities"]!, x => (string?)x["id"] == "review-by-advisory-board");
            Remove(root["connections"]!, x => (string?)x["source"]!["activity"] == "review-by-advisory-board" || (string?)x["target"]!["activity"] == "review-by-advisory-board");
            Activity(root, "ask-for-reviews")["branches"]!["expression"]!["value"] = """["Service"]""";
        });

        var report = await Rehearse.RunAsync(Whole with { Folders = copy.Folders });

        report.Timeline.ShouldNotContain(x => x.Detail.Contains("Advisory Board", StringComparison.Ordinal));
        report.Specification.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_reminder_at_three_working_days_comes_two_days_earlier()
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangeWorkflow(definition => Activity(definition["root"]!, "board-signs-off")["reminders"]!["expression"]!["value"] = """["3"]""");

        var changed = await Rehearse.RunAsync(Whole with { Folders = copy.Folders });
        var asIs = await Rehearse.RunAsync(Whole);

        asIs.Timeline.First(x => IsBoardReminder(x)).At.ShouldBe(new DateTimeOffset(2016, 1, 28, 6, 0, 0, TimeSpan.Zero), "five working days after Thursday 21 January");
        changed.Timeline.Where(IsBoardReminder).Select(x => DateOnly.FromDateTime(x.At.UtcDateTime)).Distinct()
            .ShouldBe([new DateOnly(2016, 1, 15), new DateOnly(2016, 1, 26)], "three working days after Tuesday 12 and Thursday 21 January");

        static bool IsBoardReminder(TimelineEvent x) => x.Event == "reminder-sent" && x.Detail.StartsWith("Sign off", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_of_five_with_unanimity_needs_five()
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangePack("bodies.json", bodies => bodies.AsArray().Single(x => (string?)x!["key"] == "strategic-board")!["seats"]!.AsArray()
            .Add(new JsonObject { ["key"] = "fifth", ["role"] = "committee-chair", ["capacity"] = "Member" }));
        copy.ChangePack("script-2016.json", script => script["acts"]!.AsArray()
            .Add(JsonNode.Parse("""{ "do": "decide", "body": "strategic-board", "seat": "fifth", "nth": 2, "workingDays": 12, "at": "10:00", "option": "Approve" }""")));

        var report = await Rehearse.RunAsync(Whole with { Folders = copy.Folders });

        report.Timeline.Count(x => x.Event == "decision-recorded" && x.At > new DateTimeOffset(2016, 1, 21, 12, 0, 0, TimeSpan.Zero) && x.Detail.EndsWith(": Approve", StringComparison.Ordinal)).ShouldBe(5);
        report.Timeline.Single(x => x.Detail == "LRA Strategic Board: Approve").At.ShouldBe(new DateTimeOffset(2016, 2, 8, 10, 0, 0, TimeSpan.Zero), "the fifth answer decides");
    }

    [Fact]
    public async Task A_broken_definition_stops_it_named_by_file_and_path()
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangeWorkflow(definition => Activity(definition["root"]!, "board-signs-off")["body"]!["expression"]!["value"] = "strategic-bored");

        var refused = await Should.ThrowAsync<WorkflowsRefusedException>(() => Rehearse.RunAsync(Whole with { Folders = copy.Folders }));

        refused.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            x => x.File.ShouldBe("specification-refresh.v1.json"),
            x => x.Path.ShouldContain("$.root.activities["),
            x => x.Reason.ShouldContain("strategic-bored"));
    }

    [Fact]
    public async Task Two_services_are_two_copies_of_the_same_story()
    {
        var one = await Rehearse.RunAsync(Whole with { To = new DateOnly(2016, 2, 1) });
        var two = await Rehearse.RunAsync(Whole with { To = new DateOnly(2016, 2, 1), Services = 2 });

        (two.Services, two.Counts.Incidents).ShouldBe((2, 0));
        two.Timeline.Select(x => $"{x.At:O} {x.Event} {x.Detail}").Order(StringComparer.Ordinal)
            .ShouldBe(one.Timeline.Concat(one.Timeline).Select(x => $"{x.At:O} {x.Event} {x.Detail}").Order(StringComparer.Ordinal));
        await Should.ThrowAsync<RehearsalRefusedException>(() => Rehearse.RunAsync(Whole with { Services = 0 }));
    }

    private static JsonNode Activity(JsonNode root, string id) => root["activities"]!.AsArray().Single(x => (string?)x!["id"] == id)!;

    private static void Remove(JsonNode list, Func<JsonNode, bool> which)
    {
        foreach (var item in list.AsArray().Where(x => which(x!)).ToList())
        {
            list.AsArray().Remove(item);
        }
    }

    [Fact]
    [Trait("Requirement", "R-029")]
    [Trait("Requirement", "R-109")]
    [Trait("Requirement", "R-113")]
    public async Task The_year_of_figures_comes_out_as_published_with_its_exceptions_and_no_incident()
    {
        var report = await Rehearse.RunAsync(Whole with { To = null });

        (report.Counts.Incidents, report.Counts.Exceptions, report.Counts.Instances - report.Counts.Finished).ShouldBe((0, 6, 1), "the action that the Board required in May is watched still");
        var year = report.Indicators.Where(x => x.Period == "2016/17").ToDictionary(x => x.Ref);
        foreach (var row in File.ReadAllLines(Path.Combine(Hosting.Folders.Packs, Demonstration.Pack, "data", "year_end_2016_17.csv")).Skip(1).Select(x => x.Split(',')))
        {
            (year[row[0]].Value, year[row[0]].Status).ShouldBe((decimal.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), row[3]));
        }

        report.Timeline.ShouldContain(x => x.Event == "exception-escalated" && x.Key == "EX-2016-17-002");
        report.Timeline.Count(x => x.Event == "figure-restated").ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "R-108")]
    [Trait("Requirement", "R-109")]
    public async Task LRA14_at_its_target_all_year_leaves_no_exception_of_it()
    {
        using var copy = CopyOfTheBuild.Make();
        var file = Path.Combine(copy.Folders.Packs, Demonstration.Pack, "data", "monthly_2016_17.csv");
        var month = 0;
        File.WriteAllLines(file, File.ReadAllLines(file).Select(x => x.StartsWith("LRA14,", StringComparison.Ordinal) ? $"{x[..x.LastIndexOf(',')]},{(month++ % 2 == 0 ? 1600 : 1610)}" : x));

        var report = await Rehearse.RunAsync(Whole with { To = new DateOnly(2017, 4, 30), Folders = copy.Folders });

        report.Timeline.Where(x => x.Event == "exception-raised").ShouldNotContain(x => x.Detail.Contains("LRA14", StringComparison.Ordinal));
        report.Indicators.Single(x => x is { Ref: "LRA14", Period: "2016/17" }).Status.ShouldBe("green");
    }
}

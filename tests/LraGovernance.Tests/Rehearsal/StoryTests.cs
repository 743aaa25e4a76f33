using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Rehearsal;

/// <summary>The whole story, from the refresh of autumn 2015 to the annual report of summer 2017.</summary>
public sealed class StoryTests
{
    private static readonly RehearsalPlan Whole = new(Demonstration.Pack, null, null, null, null, "1");

    [Fact]
    [Trait("Requirement", "R-038")]
    [Trait("Requirement", "R-043")]
    [Trait("Requirement", "R-122")]
    public async Task The_cycle_is_told_from_end_to_end_and_a_run_that_was_stopped_goes_on_to_the_same_record()
    {
        var report = await Rehearse.RunAsync(Whole);

        report.Counts.Incidents.ShouldBe(0);
        report.Timeline.Where(x => x.Event == "version-in-force").Select(x => $"{London.DateOf(x.At):yyyy-MM-dd} {x.Process} {x.Detail[^3..]}").ShouldBe(
        [
            "2016-04-01 specification-refresh 1.0", "2016-06-24 contract-variation 1.1", "2016-12-07 change-management 2.0", "2017-04-01 specification-refresh 3.0",
        ]);
        var told = report.Timeline.Select(x => $"{x.Event}: {x.Key}: {x.Detail}").ToList();
        told.ShouldContain(x => x.StartsWith("formal-decision: CH-2016-17-001", StringComparison.Ordinal) && x.Contains("agreed by the Cabinet Member", StringComparison.Ordinal));
        told.ShouldContain("body-decided: CH-2016-17-002: LRA Strategic Board: Reject");
        told.ShouldContain(x => x.StartsWith("exception-escalated: EX-2016-17-002", StringComparison.Ordinal), "outreach had not recovered");
        told.ShouldContain(x => x.StartsWith("successor-asked: EX-2017-18-001", StringComparison.Ordinal));
        told.ShouldContain("document-published: 2016-17: Part-year update 2016-17");
        told.ShouldContain("document-published: 2016-17: Annual report 2016-17");
        report.Timeline.Count(x => x.Event == "figure-restated").ShouldBe(1);

        await using var store = await Store.EmptyAsync(DatabaseKind.Sqlite);
        var file = new SqliteConnectionStringBuilder(store.Settings.ConnectionString).DataSource;
        await Rehearse.RunAsync(Whole with { Database = file, To = new DateOnly(2016, 11, 15) });
        var rest = await Rehearse.RunAsync(Whole with { Database = file });
        rest.RecordHead.ShouldBe(report.RecordHead);
    }
}

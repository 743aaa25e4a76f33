using LraGovernance.Calendar;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Rehearsal;

/// <summary>A year in which everything is late, absent or refused: each breach ends where its rule says, and none is forgotten.</summary>
public sealed class BadYearTests
{
    private static readonly RehearsalPlan BadYear = new(
        Demonstration.Pack, Path.Combine(Hosting.Folders.Packs, Demonstration.Pack, "script-bad-year.json"), null, null, null, "1");

    [Fact]
    [Trait("Requirement", "R-113")]
    public async Task Every_breach_ends_where_its_rule_says()
    {
        var report = await Rehearse.RunAsync(BadYear);

        report.Counts.Incidents.ShouldBe(0, "a bad year is no fault of the engine");
        report.Counts.Finished.ShouldBe(report.Counts.Instances, "nothing is left hanging");

        // Late returns: chased, then missing, then the head of service is asked.
        Happened(report, "task-late", "2016-06", "Report the figures").ShouldBe(new DateOnly(2016, 7, 14));
        Happened(report, "task-opened", "2016-06", "Bring in the figures that are missing: asked of head-of-service").ShouldBe(new DateOnly(2016, 7, 19));
        Happened(report, "task-opened", "2016-09", "Bring in the figures that are missing: asked of head-of-service").ShouldBe(new DateOnly(2016, 10, 19));

        // Two reds in one month that nobody takes up: both go up when their time is over.
        report.Timeline.Where(x => x.Event == "exception-raised" && x.At.Month == 6 && x.At.Year == 2016).Select(x => (x.Key, x.Detail))
            .ShouldBe([
                ("EX-2016-17-001", "Raised: LRA06 Customer satisfaction with birth and death registration, out of tolerance since May 2016"),
                ("EX-2016-17-002", "Raised: LRA14 Customers using outreach services (Home Library Service and Touch a New World), out of tolerance since May 2016"),
            ]);
        Happened(report, "exception-escalated", "EX-2016-17-001", "Goes up").ShouldBe(new DateOnly(2016, 6, 27));
        Happened(report, "exception-escalated", "EX-2016-17-002", "Goes up").ShouldBe(new DateOnly(2016, 6, 27));

        // The chair is absent: the three who have answered are a quorum, and count when the time is over.
        report.Timeline.Count(x => x.Event == "decision-recorded" && x.Key == "EX-2016-17-001" && x.At < new DateTimeOffset(2016, 7, 11, 16, 0, 0, TimeSpan.Zero)).ShouldBe(3);
        Happened(report, "body-decided", "EX-2016-17-001", "RequireAction").ShouldBe(new DateOnly(2016, 7, 11));

        // Two members declare an interest: no quorum, so the clerk finds another way and the Board is asked again.
        Happened(report, "request-inquorate", "EX-2016-17-002", "Inquorate").ShouldBe(new DateOnly(2016, 6, 30));
        Happened(report, "task-opened", "EX-2016-17-002", "See that the Board can decide on an exception: asked of committee-clerk").ShouldBe(new DateOnly(2016, 6, 30));
        Happened(report, "body-decided", "EX-2016-17-002", "RequireAction").ShouldBe(new DateOnly(2016, 7, 11));

        // A date is missed, the committee does not endorse, the Board rejects: the version in force stays, and the commissioner escalates.
        Happened(report, "task-late", "2017-18", "Draft the service specification").ShouldBe(new DateOnly(2016, 11, 18));
        Happened(report, "body-decided", "2017-18", "Reject").ShouldBe(new DateOnly(2017, 1, 27));
        Happened(report, "task-opened", "2017-18", "Escalate: the specification was not signed off").ShouldBe(new DateOnly(2017, 1, 27));
        report.Specification!.Version.ShouldBe("1.0");

        // Every exception that was raised is closed in the end.
        report.Timeline.Where(x => x.Event == "exception-closed").Select(x => x.Key!).Order(StringComparer.Ordinal)
            .ShouldBe(report.Timeline.Where(x => x.Event == "exception-raised").Select(x => x.Key!).Order(StringComparer.Ordinal));
    }

    /// <summary>The day in London on which it happened first.</summary>
    private static DateOnly Happened(RehearsalReport report, string what, string key, string detail) => London.DateOf(
        (report.Timeline.FirstOrDefault(x => x.Event == what && x.Key == key && x.Detail.Contains(detail, StringComparison.Ordinal))
            ?? throw new ShouldAssertException($"There is no {what} of {key} that says '{detail}'.")).At);
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Meetings;
using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Reports;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Reports;

/// <summary>The part-year update and the annual report: compiled from the record, written, reviewed, heard, public.</summary>
public sealed class ReportTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-107")]
    [Trait("Requirement", "R-135")]
    [Trait("Requirement", "R-136")]
    [Trait("Requirement", "R-137")]
    public async Task A_report_is_returned_written_again_heard_by_the_committee_and_public(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await using (var db = house.Db())
        {
            await db.Agenda.Where(x => x.Key != "annual-report/lra").ExecuteDeleteAsync();
        }

        await house.MoveToAsync(At(2016, 12, 1));
        var head = await Colleague.OfAsync(house, "head-of-service");
        (await DraftAsync(house, head, DraftReportHandler.UpdateKind, "The year goes well.")).ShouldBeOfType<DraftReportResult.Submitted>();
        var clerk = await Colleague.OfAsync(house, "committee-clerk");
        (await MinuteAsync(house, clerk, "early")).ShouldBeOfType<RecordEndorsementResult.MeetingNotHeldYet>().On.ShouldBe(new DateOnly(2016, 12, 13));
        await house.MoveToAsync(At(2016, 12, 13));
        (await MinuteAsync(house, clerk, "a")).ShouldBeOfType<RecordEndorsementResult.Recorded>();
        (await house.SendAsync(new ReadReport("lra", "2016-17", "part-year-update"))).ShouldNotBeNull().Sentences.Single().Text.ShouldBe("The year goes well.");

        await house.MoveToAsync(At(2017, 5, 7));
        (await OpenAsync(house)).ShouldBeEmpty("it is compiled on 8 May");
        await house.MoveToAsync(At(2017, 5, 8));
        (await DraftAsync(house, head, DraftReportHandler.ReportKind, "All is well.", "indicator/LRA99")).ShouldBeOfType<DraftReportResult.NotAFact>();
        await DraftAsync(house, head, DraftReportHandler.ReportKind, "All is well.");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        await ReviewAsync(house, commissioner, false, "b");
        (await OpenAsync(house)).ShouldBe([DraftReportHandler.ReportKind]);
        await DraftAsync(house, head, DraftReportHandler.ReportKind, "What was achieved.");
        await ReviewAsync(house, commissioner, true, "c");
        (await house.SendAsync(new ReadReport("lra", "2016-17"))).ShouldBeNull("the committee reviews it first");
        await house.MoveToAsync(At(2017, 6, 20));
        (await MinuteAsync(house, clerk, "d")).ShouldBeOfType<RecordEndorsementResult.Recorded>();
        (await house.SendAsync(new ReadReport("lra", "2016-17"))).ShouldNotBeNull().Sentences.Single().Text.ShouldBe("What was achieved.");
        await using var after = house.Db();
        (await after.Instances.SingleAsync(x => x.DefinitionId == "annual-report")).Status.ShouldBe(InstanceStatus.Finished);
        (await after.Papers.CountAsync()).ShouldBe(2);
    }

    [Fact]
    [Trait("Requirement", "R-084")]
    [Trait("Requirement", "R-106")]
    [Trait("Requirement", "R-134")]
    public async Task The_figures_of_an_update_are_the_published_ones_and_stand_beside_the_outcomes()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new(2016, 11, 15));
        await using (var db = site.Db())
        {
            var instance = await db.Instances.SingleAsync(x => x.DefinitionId == "annual-report");
            await db.Agenda.Where(x => !x.Key.StartsWith(instance.Id.ToString())).ExecuteDeleteAsync();
        }

        var agenda = site.Services.GetRequiredService<Agenda>();
        while (await agenda.NextAsync() is { } due && due.Kind == "timer")
        {
            site.Clock.MoveTo(due.At);
            await agenda.PerformAsync(due);
        }

        using var head = await site.SignInAsync("head-of-service@kent.example");
        string path;
        ReportFacts facts;
        await using (var db = site.Db())
        {
            path = $"/reports/draft/{(await db.Tasks.SingleAsync(x => x.Kind == DraftReportHandler.UpdateKind && x.State == TaskState.Open)).Id}";
            facts = ReportFacts.FromJson((await db.Reports.SingleAsync()).Facts);
        }

        var published = await site.Services.GetRequiredService<Commands>().SendAsync(new ReadPerformance("lra"), Actor.Anonymous);
        var lines = published!.Lines.Where(x => x.Value is not null).ToList();
        lines.Count.ShouldBeGreaterThan(10);
        foreach (var line in lines)
        {
            var figure = facts.Figures.Single(x => x.Reference == line.Indicator.Ref);
            (figure.Period, figure.Value, figure.Rating).ShouldBe(($"{line.Period}", line.Value, $"{line.Rating}"));
        }

        var form = await head.OpenAsync(path);
        form.Page.QuerySelectorAll("main table").Single(x => x.QuerySelector("caption")!.TextContent.Trim() == "What each outcome is measured by").QuerySelectorAll("tbody tr")
            .Single(x => x.TextContent.Contains("Older and vulnerable residents", StringComparison.Ordinal)).TextContent.ShouldContain("LRA14");
        (await head.SubmitAsync(form)).Errors.ShouldBe(["Enter what there is to report"]);
        var refused = await head.SubmitAsync(form, Passage("indicator/LRA99"));
        refused.Text.ShouldContain("The report holds no fact 'indicator/LRA99'");
        (await head.SubmitAsync(refused, Passage("indicator/LRA14"))).Text.ShouldContain("Submitted: Part-year update 2016 to 2017");

        static Dictionary<string, string> Passage(string cites) => new()
        {
            ["Form.Sentences[0].Section"] = "So far", ["Form.Sentences[0].Text"] = "Outreach is behind.", ["Form.Sentences[0].Cites"] = cites,
        };
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-140")]
    public async Task The_next_review_of_the_specification_has_the_years_report_among_its_evidence(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2017, 7, 20));
        await house.SendAsync(new LraGovernance.Specifications.OpenSpecification(house.Randomness.Id("open", "2018-19"), "lra", "2018-19", house.Randomness.Id("instance", "2018-19")));

        await using var db = house.Db();
        var evidence = await db.Evidence.SingleAsync(x => x.Kind == "last-year-performance" && db.Specifications.Any(s => s.Id == x.SpecificationId && s.FinancialYear == "2018-19"));
        evidence.Source.ShouldBe("Annual report 2016 to 2017, /reports/2016-17");
        evidence.Text.ShouldStartWith("In its first year the service met most of what the specification asks");
        evidence.Text.ShouldContain("LRA14 Customers using outreach services (Home Library Service and Touch a New World), 2016 to 2017: 1,428, red.");
        (await db.Evidence.Where(x => x.Kind == "last-year-performance").ToListAsync()).Count(x => x.Text.Contains("2015-16", StringComparison.Ordinal)).ShouldBe(2, "before the first report the pack's account stands");
    }

    private static DateTimeOffset At(int year, int month, int day) => London.At(new DateOnly(year, month, day), new TimeOnly(17, 30));

    private static async Task<IReadOnlyList<string>> OpenAsync(House house)
    {
        await using var db = house.Db();
        return await db.Tasks.Where(x => x.Process == "annual-report" && x.State == TaskState.Open).Select(x => x.Kind).ToListAsync();
    }

    private static async Task<DraftReportResult> DraftAsync(House house, Colleague head, string kind, string text, params string[] cites)
    {
        var task = await head.TaskAsync(kind);
        return await house.SendAsync(new DraftReport(house.Randomness.Id("test", $"{task.Id}/{text}/{cites.Length}"), "lra", task.Id, [new("What was achieved", text, cites), new("", "", [])]), head.Actor);
    }

    private static async Task ReviewAsync(House house, Colleague commissioner, bool accepted, string id)
    {
        var task = await commissioner.TaskAsync(ReviewReportHandler.TaskKind);
        (await house.SendAsync(new ReviewReport(house.Randomness.Id("test", id), "lra", task.Id, accepted, accepted ? null : "Say what was achieved."), commissioner.Actor))
            .ShouldBeOfType<ReviewReportResult.Reviewed>().Accepted.ShouldBe(accepted);
    }

    private static async Task<RecordEndorsementResult> MinuteAsync(House house, Colleague clerk, string id)
    {
        var task = await clerk.TaskAsync(RecordEndorsementHandler.OtherPaperKind);
        return await house.SendAsync(new RecordEndorsement(house.Randomness.Id("test", id), "lra", task.Id, true, "GEDCC 1", "Chair and ten members", "None"), clerk.Actor);
    }
}

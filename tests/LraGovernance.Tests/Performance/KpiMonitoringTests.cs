using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Escalations;
using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Performance;

/// <summary>A month's figures: asked for, returned, reviewed, public; late ones missing, wrong ones restated.</summary>
public sealed class KpiMonitoringTests
{
    private static readonly DateOnly Asked = new(2016, 5, 6), Reviewed = new(2016, 5, 11);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-096")]
    [Trait("Requirement", "R-098")]
    public async Task A_reporter_enters_only_what_is_due_and_is_asked_about_what_is_unusual(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Asked);
        using var reporter = await site.SignInAsync("reporter-registration@kent.example");
        var form = await reporter.OpenAsync(await PathOfAsync(site, SubmitReturnHandler.TaskKind));
        form.Text.ShouldContain("LRA06: figure for April 2016");
        form.Text.ShouldContain("DT10: figure for April 2016");
        form.Text.ShouldNotContain("LRA05", Case.Sensitive, "it is reported by the quarter");
        form.Text.ShouldNotContain("LRA14", Case.Sensitive, "another part of the service reports it");

        var slipped = await reporter.SubmitAsync(form, Figures("75.2", "", "ninety"));
        slipped.Errors.ShouldBe(["Enter a figure for LRA06", "LRA07 must be a number, like 96.5"]);

        var questioned = await reporter.SubmitAsync(form, Figures("75.2", "12", "97.1"));
        questioned.Text.ShouldContain("Nothing has been stored yet: LRA06 is outside what is usual");
        await using (var db = site.Db())
        {
            (await db.IndicatorFigures.CountAsync()).ShouldBe(0);
        }

        var done = await reporter.SubmitAsync(questioned, Figures("75.2", "96.2", "97.1"));
        done.Text.ShouldContain("Reported: 3 figures");
        await using var after = site.Db();
        (await after.IndicatorFigures.OrderBy(x => x.Reference).Select(x => x.Reference).ToListAsync()).ShouldBe(["DT10", "LRA06", "LRA07"]);
        (await after.RecordEntries.CountAsync(x => x.Event == "figure-submitted")).ShouldBe(3);
        (await after.Tasks.SingleAsync(x => x.Kind == SubmitReturnHandler.TaskKind)).State.ShouldBe(TaskState.Open, "three other parts of the service are still asked");

        static Dictionary<string, string> Figures(string dt10, string lra06, string lra07) => new()
        {
            ["Form.Figures[0].Value"] = dt10, ["Form.Figures[1].Value"] = lra06, ["Form.Figures[2].Value"] = lra07,
        };
    }

    [Fact]
    public async Task Where_a_range_is_expected_more_is_neither_better_nor_worse()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 11, 15));
        using var anybody = site.Browser();
        var visits = await anybody.OpenAsync("/performance/LRA01");
        visits.Text.ShouldContain("Further from its range");
        visits.Text.ShouldNotContain("Worsening");
        (await anybody.OpenAsync("/performance/LRA14")).Text.ShouldContain("Worsening");
    }

    [Fact]
    [Trait("Requirement", "R-098")]
    public async Task A_file_is_shown_before_anything_is_stored_and_a_bad_one_names_every_row()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        using var reporter = await site.SignInAsync("reporter-registration@kent.example");
        var form = await reporter.OpenAsync(await PathOfAsync(site, SubmitReturnHandler.TaskKind));
        (await reporter.GetAsync($"{form.Response.RequestMessage!.RequestUri!.AbsolutePath}?handler=Template")).Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");

        var refused = await UploadAsync(reporter, form, "ref,period,value\nLRA06,2016-04,=1+1\nLRA14,2016-04,1640\n");
        refused.Text.ShouldContain("Line 2, column value: '=1+1' is not a number");
        refused.Text.ShouldContain("Line 3, column ref: there is no indicator 'LRA14'");
        refused.Errors.ShouldBe(["The file has 2 mistakes. Nothing has been stored: correct them and choose the file again"]);
        var other = await UploadAsync(reporter, form, "ref,period,value\nLRA06,2016-05,96\n");
        other.Errors.ShouldBe(["Line 2, column period: LRA06 is not asked for 2016-05 here"]);
        other.Page.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
        other.Page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href").ShouldBe("#file");
        other.Page.QuerySelector("#file")!.ClassList.ShouldContain("govuk-file-upload--error");

        var shown = await UploadAsync(reporter, form, "ref,period,value\nLRA06,2016-04,96.2\nLRA07,2016-04,97.1\nDT10,2016-04,75.2\n");
        shown.Text.ShouldContain("Nothing has been stored yet");
        await using (var db = site.Db())
        {
            (await db.IndicatorFigures.CountAsync()).ShouldBe(0);
        }

        (await reporter.SubmitAsync(shown, button: "Report the figures")).Text.ShouldContain("Reported: 3 figures");
        await using var after = site.Db();
        (await after.IndicatorFigures.SingleAsync(x => x.Reference == "LRA06")).Value.ShouldBe(96.2m);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-097")]
    [Trait("Requirement", "R-086")]
    [Trait("Requirement", "R-094")]
    [Trait("Requirement", "R-004")]
    public async Task What_the_commissioner_has_accepted_is_public_and_nothing_before(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Reviewed);
        using var anybody = site.Browser();
        (await anybody.OpenAsync("/performance")).Text.ShouldContain("No figures have been published yet");
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var review = await commissioner.OpenAsync(await PathOfAsync(site, ReviewPerformanceHandler.TaskKind));
        review.Text.ShouldContain("1,640");
        (await commissioner.SubmitAsync(review)).Errors.ShouldContain("Select whether you accept the figures");

        (await commissioner.SubmitAsync(review, new Dictionary<string, string> { ["Form.Accepted"] = "true" })).Text.ShouldContain("the figures for April 2016 are public");
        var published = await anybody.OpenAsync("/performance");
        published.Text.ShouldContain("Customers using outreach services");
        published.Page.QuerySelectorAll("caption").Select(x => x.TextContent.Trim()).ShouldBe(["Customer service", "Business activity"], "activity indicators come by the quarter");
        (await anybody.OpenAsync("/performance/LRA14")).Text.ShouldContain("Floor 1,500, target 1,600");
        (await anybody.OpenAsync("/performance?on=2016-05-01")).Text.ShouldContain("On 1 May 2016 no figures had been published");
        (await anybody.OpenAsync("/performance/LRA99")).Status.ShouldBe(404);
    }

    [Fact]
    [Trait("Requirement", "R-087")]
    [Trait("Requirement", "R-092")]
    [Trait("Requirement", "R-093")]
    [Trait("Requirement", "R-095")]
    public async Task The_year_before_stands_beside_the_years_since_each_with_what_it_was_held_against()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2017, 7, 20));
        using var anybody = site.Browser();
        (await YearsAsync("LRA06"))[^1].ShouldBe("2015 to 2016 | 93% | Before the specification | Target 95%");
        var archives = await YearsAsync("LRA13");
        archives.Count.ShouldBe(2);
        archives[0].ShouldStartWith("2016 to 2017 | 86% | Amber | Floor 82%, target 90% version ");
        archives[1].ShouldBe("2015 to 2016 | 82% | Before the specification | No target");
        (await YearsAsync("LRA01"))[^1].ShouldBe("2015 to 2016 | No figure | Before the specification | No target", "history may have gaps");
        (await anybody.OpenAsync("/performance/LRA13")).Text.ShouldContain("Standing New since 2015 to 2016");
        (await anybody.OpenAsync("/performance/LRA12")).Text.ShouldContain("Standing Revised since 2015 to 2016");
        (await anybody.OpenAsync("/performance/LRA06")).Text.ShouldNotContain("Standing");
        (await anybody.OpenAsync("/performance/LRA02")).Text.ShouldContain("E-books and audio books are counted");

        async Task<IReadOnlyList<string>> YearsAsync(string reference) => [.. (await anybody.OpenAsync($"/performance/{reference}")).Page.QuerySelectorAll("main table")
            .Single(x => x.QuerySelector("caption")!.TextContent.Trim() == "Whole years").QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(x => System.Text.RegularExpressions.Regex.Replace(x.TextContent, @"\s+", " ").Trim())))];
    }

    [Fact]
    public async Task Somebody_else_finds_no_return_and_no_review()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        var path = await PathOfAsync(site, SubmitReturnHandler.TaskKind);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        (await commissioner.OpenAsync(path)).Status.ShouldBe(404);
        (await commissioner.OpenAsync("/performance/LRA14/restate?period=2016-04")).Status.ShouldBe(403);
        using var nobody = site.Browser();
        (await nobody.OpenAsync(path)).Heading.ShouldBe("Sign in");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-092")]
    public async Task A_late_figure_is_missing_never_zero_and_can_be_brought_in_with_a_reason(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, Asked);
        await ReturnAsync(house, "reporter-libraries", "reporter-registration", "reporter-digital");
        await house.MoveToAsync(London.At(new DateOnly(2016, 5, 20), new TimeOnly(9, 0)));

        await using (var db = house.Db())
        {
            (await db.AskedFigures.SingleAsync(x => x.Reference == "LRA16")).State.ShouldBe(AskedState.Missing);
            (await db.IndicatorFigures.CountAsync(x => x.Reference == "LRA16")).ShouldBe(0);
            (await db.Tasks.SingleAsync(x => x.Kind == SubmitReturnHandler.TaskKind)).State.ShouldBe(TaskState.Withdrawn);
            (await db.Tasks.SingleAsync(x => x.Role == "head-of-service" && x.Process == "kpi-monitoring")).Title.ShouldBe("Bring in the figures that are missing");
        }

        var reporter = await Colleague.OfAsync(house, "indicator-reporter", 0);
        var other = await Colleague.OfAsync(house, "indicator-reporter", 1);
        (await house.SendAsync(Restating(house, "LRA16", "3570", "a"), other.Actor)).ShouldBeOfType<RestateFigureResult.NotYours>();
        (await house.SendAsync(Restating(house, "LRA16", "3570", "b"), reporter.Actor)).ShouldBeOfType<RestateFigureResult.Recorded>().Sequence.ShouldBe(1);
        (await house.SendAsync(Restating(house, "LRA16", "3570", "b"), reporter.Actor)).ShouldBeOfType<RestateFigureResult.Recorded>("the same click again");
        (await house.SendAsync(Restating(house, "LRA16", "3570.0", "c"), reporter.Actor)).ShouldBeOfType<RestateFigureResult.Unchanged>();
        (await house.SendAsync(new VerifyAudit())).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    [Trait("Requirement", "R-092")]
    public async Task The_head_of_service_brings_a_missing_figure_in_before_the_review()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        while (site.Clock.GetUtcNow() < London.At(new DateOnly(2016, 5, 20), new TimeOnly(9, 0)))
        {
            await site.WorkToNextAsync();
        }

        using var head = await site.SignInAsync("head-of-service@kent.example");
        var missing = await head.OpenAsync(await PathOfAsync(site, "bring-in-figures"));
        var link = missing.Page.QuerySelectorAll("main a").Single(x => x.TextContent.Contains("enquiries", StringComparison.OrdinalIgnoreCase) || x.GetAttribute("href")!.Contains("LRA16", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = await head.OpenAsync(link);
        form.Heading.ShouldBe("Bring in a missing figure");
        (await head.SubmitAsync(form, Figure("35,7"))).Errors.ShouldBe(["The figure must be a number, like 96.5"]);
        var asked = await head.SubmitAsync(form, Figure("9999999"));
        asked.Text.ShouldContain("LRA16 is outside what is usual");
        (await head.SubmitAsync(asked, Figure("3,570"))).Text.ShouldContain("Brought in");

        await using var db = site.Db();
        (await db.IndicatorFigures.SingleAsync(x => x.Reference == "LRA16")).ShouldSatisfyAllConditions(x => x.Value.ShouldBe(3570), x => x.PublicSince.ShouldBeNull());
        (await db.AskedFigures.SingleAsync(x => x.Reference == "LRA16")).State.ShouldBe(AskedState.Submitted);
        (await head.OpenAsync(await PathOfAsync(site, "bring-in-figures"))).Text.ShouldNotContain("LRA16");

        static Dictionary<string, string> Figure(string value) => new() { ["Form.Value"] = value, ["Form.Reason"] = "The count came late." };
    }

    [Fact]
    public async Task A_missing_figure_that_is_given_in_answer_to_a_question_is_in()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, Asked);
        await ReturnAsync(house, "reporter-libraries", "reporter-registration", "reporter-digital");
        await house.MoveToAsync(London.At(new DateOnly(2016, 5, 20), new TimeOnly(9, 0)));
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        var review = await commissioner.TaskAsync(ReviewPerformanceHandler.TaskKind);
        (await house.SendAsync(new ReviewPerformance(house.Randomness.Id("c", "ask"), "lra", review.Id, false, [new("LRA16", "Where is it?")]), commissioner.Actor)).ShouldBeOfType<ReviewPerformanceResult.Reviewed>();
        var reporter = await Colleague.OfAsync(house, "indicator-reporter", 0);
        var task = await reporter.TaskAsync(AnswerFiguresHandler.TaskKind);
        AnswerFigures Answer(string id, string value) => new(house.Randomness.Id("c", id), "lra", task.Id, [new("LRA16", "Here it is.", value)]);

        (await house.SendAsync(Answer("a", "9999999"), reporter.Actor)).ShouldBeOfType<AnswerFiguresResult.Questioned>().References.ShouldBe(["LRA16"]);
        (await house.SendAsync(Answer("a", "3570"), reporter.Actor)).ShouldBeOfType<AnswerFiguresResult.Answered>();

        await using var db = house.Db();
        (await db.AskedFigures.SingleAsync(x => x.Reference == "LRA16" && x.Month == "2016-04")).State.ShouldBe(AskedState.Submitted);
        (await db.IndicatorFigures.SingleAsync(x => x.Reference == "LRA16")).Value.ShouldBe(3570);
    }

    [Fact]
    public async Task Whoever_goes_back_in_the_browser_after_a_question_and_corrects_the_figure_is_answered_anew()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Asked);
        using var reporter = await site.SignInAsync("reporter-registration@kent.example");
        var form = await reporter.OpenAsync(await PathOfAsync(site, SubmitReturnHandler.TaskKind));
        (await reporter.SubmitAsync(form, Figures("12"))).Text.ShouldContain("LRA06 is outside what is usual");

        (await reporter.SubmitAsync(form, Figures("96.2"))).Text.ShouldContain("Reported: 3 figures");

        static Dictionary<string, string> Figures(string lra06) => new() { ["Form.Figures[0].Value"] = "75.2", ["Form.Figures[1].Value"] = lra06, ["Form.Figures[2].Value"] = "97.1" };
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_restatement_leaves_what_was_said_and_any_day_can_be_asked(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, new DateOnly(2016, 9, 13));
        using var anybody = site.Browser();
        var now = await anybody.OpenAsync("/performance/DT10");
        now.Text.ShouldContain("Restated to 75.9% on 12 September 2016. Bookings made in the evening were left out of the first count.");
        now.Text.ShouldContain("First reported as 71.9%");
        var then = await anybody.OpenAsync("/performance/DT10?on=2016-09-11");
        then.Text.ShouldContain("This is what was public on 11 September 2016");
        then.Page.QuerySelectorAll("tbody tr").Single(x => x.TextContent.Contains("June 2016", StringComparison.Ordinal)).TextContent.ShouldContain("Amber");
        now.Page.QuerySelectorAll("tbody tr").Single(x => x.TextContent.Contains("June 2016", StringComparison.Ordinal)).TextContent.ShouldContain("Green");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-084")]
    public async Task The_year_end_comes_out_of_the_figures_as_published_and_what_was_known_on_any_day_out_of_the_record(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2017, 4, 28));
        await using var db = house.Db();
        var file = new KnownFile(db, new SignedDocuments());
        var known = await file.AtAsync("lra", house.Clock.GetUtcNow(), CancellationToken.None);
        var year = Period.Parse("2016/17");
        foreach (var row in File.ReadAllLines(Path.Combine(Web.Serving.Hosting.Folders.Packs, "KentLra2016", "data", "year_end_2016_17.csv")).Skip(1).Select(x => x.Split(',')))
        {
            known.Total(row[0], year).ShouldBe(decimal.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), row[0]);
            string.Equals($"{known.Rating(row[0], year)}", row[3], StringComparison.OrdinalIgnoreCase).ShouldBeTrue($"{row[0]} is {known.Rating(row[0], year)}");
        }

        var entries = await db.RecordEntries.AsNoTracking().Where(x => x.Event == "figure-submitted" || x.Event == "figure-restated").OrderBy(x => x.Sequence).ToListAsync();
        var replay = new Dictionary<(string, string), decimal>();
        var days = new SeededRandomness("days").Bytes("days", "", 40).Select(x => entries[0].At.AddDays(x * 1.4).AddHours(x % 24)).Order().ToList();
        foreach (var day in days)
        {
            foreach (var entry in entries.TakeWhile(x => x.At <= day))
            {
                var after = System.Text.Json.Nodes.JsonNode.Parse(entry.Body)!["after"]!;
                replay[((string)after["reference"]!, (string)after["period"]!)] = (decimal)after["value"]!;
            }

            var then = await file.AtAsync("lra", day, CancellationToken.None);
            foreach (var ((reference, period), value) in replay)
            {
                then.Value(reference, Period.Parse(period)).ShouldBe(value, $"{reference} {period} on {day:O}");
            }

            then.PeriodsOf("LRA14").Count.ShouldBe(replay.Keys.Count(x => x.Item1 == "LRA14"));
        }
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-036")]
    public async Task The_tolerance_rehearsal_gives_exactly_the_exceptions_that_the_figures_raised(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2017, 7, 20));
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        async Task<IReadOnlyList<ReplayedRun>> TryAsync(params ToleranceChoice[] choices) => await house.SendAsync(new ReplayTolerances("lra", choices), commissioner.Actor);
        await using var db = house.Db();
        var raised = await db.Exceptions.Where(x => x.Source == ExceptionSource.Figures).OrderBy(x => x.Number).ToListAsync();

        var replayed = await TryAsync();
        replayed.Select(x => (x.Reference, x.First)).ShouldBe(raised.Select(x => (x.Reference!, x.First!)));
        replayed.Select(x => x.RaisedAt).ShouldBe(raised.Select(x => x.RaisedAt));
        replayed.Select(x => x.GoesTo == "board").ShouldBe(raised.Select(x => x.StraightToBoard));

        (await TryAsync(new ToleranceChoice("amber-running", 0), new ToleranceChoice("sustained-decline", 0))).Single(x => x.Reference == "LRA14").First.ShouldBe("2016-09", "only red counts");
        (await TryAsync(new ToleranceChoice("amber-running", 2))).Single(x => x.Reference == "LRA14").First.ShouldBe("2016-07");
        (await TryAsync(new ToleranceChoice("out-of-threshold", 1, "board"))).Where(x => x.Reference == "LRA01").ShouldHaveSingleItem().GoesTo.ShouldBe("board");
        (await TryAsync([.. new[] { "red-in-period", "amber-running", "sustained-decline", "out-of-threshold" }.Select(x => new ToleranceChoice(x, 0))])).ShouldBeEmpty();
        await Should.ThrowAsync<NotAllowedException>(async () => await house.SendAsync(new ReplayTolerances("lra", []), Actor.Anonymous));
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-098")]
    public async Task A_run_that_was_over_before_anybody_knew_is_raised_all_the_same_and_one_restated_away_is_not(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, new DateOnly(2016, 9, 19));
        var reporter = await Colleague.OfAsync(house, "indicator-reporter", 3);
        async Task RestateAsync(string period, string value) => (await house.SendAsync(
            new RestateFigure(house.Randomness.Id("restate", $"{period}{value}"), "lra", "LRA06", period, value, "Counted anew."), reporter.Actor)).ShouldBeOfType<RestateFigureResult.Recorded>();

        await RestateAsync("2016-05", "80");
        await RestateAsync("2016-07", "81");
        await RestateAsync("2016-07", "96");
        await using (var db = house.Db())
        {
            (await db.OutOfToleranceRuns.SingleAsync(x => x.Reference == "LRA06")).ShouldSatisfyAllConditions(x => x.First.ShouldBe("2016-05"), x => x.EndedAt.ShouldNotBeNull());
        }

        await house.PlayToAsync(new DateOnly(2016, 10, 20));
        await using var after = house.Db();
        (await after.Exceptions.SingleAsync(x => x.Reference == "LRA06")).First.ShouldBe("2016-05");
        var commissioner = await Colleague.OfAsync(house, "commissioner");
        (await house.SendAsync(new ReplayTolerances("lra", []), commissioner.Actor)).Select(x => (x.Reference, x.First))
            .ShouldBe((await after.Exceptions.Where(x => x.Reference != null).OrderBy(x => x.Number).ToListAsync()).Select(x => (x.Reference!, x.First!)));
    }

    private static RestateFigure Restating(House house, string reference, string value, string id) =>
        new(house.Randomness.Id("restate", id), "lra", reference, "2016-04", value, "The count came late.");

    private static async Task ReturnAsync(House house, params string[] reporters)
    {
        for (var i = 0; i < 4; i++)
        {
            var reporter = await Colleague.OfAsync(house, "indicator-reporter", i);
            if (reporters.Any(x => reporter.Person.Email.StartsWith(x, StringComparison.Ordinal)))
            {
                var task = await reporter.TaskAsync(SubmitReturnHandler.TaskKind);
                var asked = (await house.SendAsync(new ReadReturn(task.Id), reporter.Actor))!;
                (await house.SendAsync(new SubmitReturn(house.Randomness.Id("return", $"{i}"), "lra", task.Id,
                    [.. asked.Select(x => new ReturnedFigure(x.Indicator.Ref, $"{x.Indicator.Plausible!.High}", null))]), reporter.Actor)).ShouldBeOfType<SubmitReturnResult.Submitted>();
            }
        }
    }

    private static async Task<string> PathOfAsync(Site site, string kind)
    {
        await using var db = site.Db();
        return $"/tasks/{(await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open)).Id}";
    }

    private static async Task<Shown> UploadAsync(BrowserWithoutScripts browser, Shown form, string csv)
    {
        var token = form.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(csv), "file", "figures.csv" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{form.Response.RequestMessage!.RequestUri!.AbsolutePath}?handler=File", UriKind.Relative)) { Content = content };
        return await browser.ShowAsync(request);
    }
}

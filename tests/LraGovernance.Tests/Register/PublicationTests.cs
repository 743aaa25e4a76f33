using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Register;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Register;

/// <summary>What is public, from when on, and what never is.</summary>
public sealed class PublicationTests
{
    private static readonly DateOnly Within = new(2017, 4, 10), InForce = new(2016, 4, 10);

    private static readonly PreElectionPeriod[] Periods = [new() { Service = "lra", From = new(2017, 3, 27), To = new(2017, 5, 4), Why = "election" }];

    [Theory]
    [InlineData("2017-03-26", "2017-03-26", "2017-03-26")]
    [InlineData("2017-03-27", "2017-05-05", "2017-03-26")]
    [InlineData("2017-05-04", "2017-05-05", "2017-03-26")]
    [InlineData("2017-05-05", "2017-05-05", "2017-05-05")]
    public void Both_ends_of_a_pre_election_period_hold(string due, string first, string lastSafe)
    {
        PreElection.FirstDay(Day(due), Periods).ShouldBe(Day(first));
        PreElection.LastSafeDay(Day(due), Periods).ShouldBe(Day(lastSafe));

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task What_is_due_before_an_election_is_held_and_public_on_the_first_day_after(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        await AtAsync(house, Within);
        (await house.SendAsync(Publishing(house, "a"))).ShouldBeOfType<PublishDocumentResult.Held>().Until.ShouldBe(new DateOnly(2017, 5, 5));
        await using (var db = house.Db())
        {
            (await db.Publications.SingleAsync()).PublicSince.ShouldBeNull();
        }

        await house.MoveToAsync(London.At(new DateOnly(2017, 5, 4), new TimeOnly(23, 59)));
        (await house.SendAsync(new ReadPublications("lra"))).Lines.Single().ShouldSatisfyAllConditions(x => x.Address.ShouldBeNull(), x => x.HeldUntil.ShouldBe(new DateOnly(2017, 5, 5)));
        await house.MoveToAsync(London.At(new DateOnly(2017, 5, 5), new TimeOnly(9, 0)));
        (await house.SendAsync(new ReadPublications("lra"))).Lines.Single().Address.ShouldBe("/reports/2016-17");
        await using var after = house.Db();
        (await after.RecordEntries.CountAsync(x => x.Event == "publication-held")).ShouldBe(1);
        (await after.RecordEntries.CountAsync(x => x.Event == "document-published")).ShouldBe(1);
    }

    [Fact]
    public async Task What_became_exempt_while_it_was_held_stays_closed()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite);
        await AtAsync(house, Within);
        await house.SendAsync(Publishing(house, "a"));
        var commissioner = await Colleague.OfAsync(house, "commissioner", 0);
        (await house.SendAsync(new Reclassify(house.Randomness.Id("test", "b"), "lra", "annual-report", "2016-17", Classification.Exempt, 3, "It names a supplier's prices."), commissioner.Actor))
            .ShouldBeOfType<ReclassifyResult.Saved>();
        await house.MoveToAsync(London.At(new DateOnly(2017, 5, 6), new TimeOnly(9, 0)));
        var line = (await house.SendAsync(new ReadPublications("lra"))).Lines.Single();
        (line.Title, line.Address, line.ExemptParagraph).ShouldBe((null, null, 3));

        (await house.SendAsync(new Reclassify(house.Randomness.Id("test", "c"), "lra", "annual-report", "2016-17", Classification.Unrestricted, null, "The prices are taken out."), commissioner.Actor))
            .ShouldBeOfType<ReclassifyResult.Saved>();
        (await house.SendAsync(new ReadPublications("lra"))).Lines.Single().Address.ShouldBe("/reports/2016-17");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-048")]
    [Trait("Requirement", "R-017")]
    [Trait("Requirement", "R-041")]
    public async Task A_decision_is_on_the_public_register_and_an_exempt_one_only_known_to_exist(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        using var anybody = site.Browser();
        DecisionRequest decision;
        await using (var db = site.Db())
        {
            decision = await db.DecisionRequests.SingleAsync(x => x.BodyKey == "strategic-board" && x.Outcome == "Approve");
        }

        (await anybody.OpenAsync("/decisions")).Text.ShouldContain(decision.Title);
        var entry = await anybody.OpenAsync($"/decisions/{decision.Id}");
        entry.Text.ShouldContain("Options rejected Reject");
        entry.Text.ShouldContain("Answers for delivery");
        entry.Text.ShouldContain("Interests declared None.");

        using var clerk = await site.SignInAsync("commissioner@kent.example");
        var form = await clerk.OpenAsync($"/publications/decision/{decision.Id}");
        (await clerk.SubmitAsync(form, new Dictionary<string, string> { ["Form.To"] = "Exempt", ["Form.ExemptParagraph"] = "8", ["Form.Reason"] = "x" }))
            .Errors.ShouldBe(["Enter the paragraph of Schedule 12A, from 1 to 7"]);
        List<Guid> all;
        await using (var db = site.Db())
        {
            all = await db.DecisionRequests.Where(x => x.BodyKey == "strategic-board" && x.State == RequestState.Decided).Select(x => x.Id).ToListAsync();
        }

        foreach (var id in all)
        {
            await clerk.SubmitAsync(await clerk.OpenAsync($"/publications/decision/{id}"), new Dictionary<string, string>
            {
                ["Form.To"] = "Exempt", ["Form.ExemptParagraph"] = "3", ["Form.Reason"] = "A contract is being negotiated.",
            });
        }

        foreach (var page in (string[])["/decisions", $"/decisions/{decision.Id}", "/publications"])
        {
            var shown = await anybody.OpenAsync(page);
            shown.Page.DocumentElement.OuterHtml.ShouldNotContain(decision.Title, Case.Insensitive, page);
            shown.Page.DocumentElement.OuterHtml.ShouldNotContain(decision.DocumentHash, Case.Insensitive, page);
        }

        (await anybody.OpenAsync("/decisions")).Text.ShouldContain("Schedule 12A, paragraph 3");
        await using var after = site.Db();
        (await after.RecordEntries.CountAsync(x => x.Event == "classification-changed")).ShouldBe(all.Count);
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_register_says_what_a_decision_was_about_unless_that_is_not_public(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, new DateOnly(2016, 12, 20));
        using var anybody = site.Browser();
        await using var db = site.Db();
        var decided = await db.DecisionRequests.Where(x => x.BodyKey == "strategic-board" && x.State == RequestState.Decided).ToListAsync();
        var change = decided.Single(x => x.PaperKey == "CH-2016-17-001");

        var all = await anybody.OpenAsync("/decisions");
        all.Text.ShouldContain("CH-2016-17-001: A sixth mobile library vehicle");
        all.Text.ShouldContain("CH-2016-17-002: Search room open by appointment on Saturdays");
        all.Text.ShouldContain("2016 to 2017, version 1.0");
        all.Text.ShouldContain("2016 to 2017, draft 2", Case.Sensitive, "the Board asked for changes, so this text never came into force");
        all.Text.ShouldNotContain("Self-service machines", Case.Insensitive, "exceptions are internal");

        var entry = await anybody.OpenAsync($"/decisions/{change.Id}");
        entry.Text.ShouldContain("Effect on the agreed budget £38,000");
        entry.Page.QuerySelector("main dd a")!.GetAttribute("href").ShouldBe("/specification/2.0");
        var internally = await anybody.OpenAsync($"/decisions/{decided.Single(x => x.PaperKey == "EX-2016-17-004").Id}");
        internally.Text.ShouldContain("What the case is about is not public.");
        internally.Page.DocumentElement.OuterHtml.ShouldNotContain("EX-2016-17-004");

        db.Publications.Add(new Publication
        {
            Service = "lra", Kind = change.PaperKind, Key = change.PaperKey, Title = "A sixth mobile library vehicle", Address = "/changes/CH-2016-17-001", Classification = Classification.Exempt, ExemptParagraph = 3,
        });
        await db.SaveChangesAsync();
        foreach (var page in (string[])["/decisions", $"/decisions/{change.Id}"])
        {
            var shown = await anybody.OpenAsync(page);
            shown.Page.DocumentElement.OuterHtml.ShouldNotContain("sixth mobile", Case.Insensitive, page);
            shown.Page.DocumentElement.OuterHtml.ShouldNotContain("38,000", Case.Insensitive, page);
        }
    }

    [Fact]
    public async Task Only_the_clerk_and_the_commissioner_change_who_may_read_something()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var head = await site.SignInAsync("head-of-service@kent.example");
        (await head.OpenAsync($"/publications/decision/{Guid.Empty}")).Status.ShouldBe(403);
    }

    /// <summary>That day, with nothing else on the agenda: what the years between would bring is not the matter here.</summary>
    private static async Task AtAsync(House house, DateOnly day)
    {
        await using var db = house.Db();
        await db.Agenda.ExecuteDeleteAsync();
        house.Clock.MoveTo(London.At(day, new TimeOnly(9, 0)));
    }

    private static PublishDocument Publishing(House house, string id) => new(
        house.Randomness.Id("test", id), "lra", "annual-report", "2016-17", "Annual report 2016 to 2017", "/reports/2016-17", "annual-report");
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Running;

/// <summary>Lists and mails say which month, which year and which case is meant, in words.</summary>
public sealed class InstanceNamesTests
{
    private static readonly DateOnly Shown = new(2016, 11, 15), Over = new(2017, 7, 20);

    [Theory]
    [InlineData("corporate-director@kent.example", "Decide on an exception: EX-2016-17-")]
    [InlineData("manager-operations@kent.example", "Take up an exception and say what you do with it: EX-2016-17-")]
    [InlineData("commissioner@kent.example", "Draft the service specification: 2017 to 2018", "Answer the three tests of a variation for the council: VA-2016-17-")]
    public async Task What_waits_says_what_it_is_about(string who, params string[] expected)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Shown);
        using var browser = await site.SignInAsync(who);
        var waiting = (await browser.OpenAsync("/waiting")).Page.QuerySelectorAll("main li a").Select(x => x.TextContent.Trim()).ToList();
        foreach (var start in expected)
        {
            waiting.ShouldContain(x => x.StartsWith(start, StringComparison.Ordinal));
        }

        waiting.ShouldBeUnique();
        waiting.Where(x => x.Contains("EX-", StringComparison.Ordinal) || x.Contains("VA-", StringComparison.Ordinal)).ShouldAllBe(x => x.Contains(", ", StringComparison.Ordinal), "a number alone says too little");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Mails_say_which_month_and_which_case(DatabaseKind kind)
    {
        const string Case = "EX-2016-17-001, Heating";
        await using var house = await House.OpenAsync(kind, new DateOnly(2016, 5, 6));
        var senior = await Colleague.OfAsync(house, "senior-manager");
        await house.SendAsync(new RaiseException(house.Randomness.Id("raise", "1"), "lra", Matter.Risk, Nature.Performance, "Heating", "The boiler may fail."), senior.Actor);
        await house.MoveToAsync(London.At(new DateOnly(2016, 5, 31), new TimeOnly(9, 0)));
        await SeatHolder.Of(house, "cabinet-member").AnswerAsync(ExceptionRules.RequireAction, "Take it up.");
        await AskAndAnswerAsync(house);
        await house.WorkAsync();

        house.Mails.All.ShouldContain(x => x.Subject == "Late: Report the figures of the month: April 2016");
        house.Mails.All.ShouldContain(x => x.Subject == $"Take up an exception and say what you do with it: {Case}");
        house.Mails.All.ShouldContain(x => x.Subject == $"Decide on an exception: {Case}: your decision is asked for");
        house.Mails.All.ShouldContain(x => x.Subject == $"Receipt: Decide on an exception: {Case}");
        house.Mails.All.ShouldContain(x => x.Subject == $"A question is answered: Decide on an exception: {Case}");
        house.Mails.All.ShouldContain(x => x.Subject == "Answer a question about: EX-2016-17-001: Heating", "its title names the case already");
        house.Mails.All.First(x => x.Subject.StartsWith("Decide on", StringComparison.Ordinal)).Text.ShouldContain($"Decide on an exception: {Case}");
        await using var db = house.Db();
        (await db.RecordEntries.Where(x => x.Event == "task-opened" || x.Event == "decision-requested").Select(x => x.Body).ToListAsync())
            .ShouldAllBe(x => !x.Contains(Case, StringComparison.Ordinal), "the record names a case by its number");
    }

    [Fact]
    public async Task Everything_asked_in_a_year_says_what_it_is_about()
    {
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, Over);
        await using var db = house.Db();
        var asked = await db.Tasks.Where(x => x.InstanceId != null).Select(x => new { x.Process, x.InstanceKey, x.About })
            .Concat(db.DecisionRequests.Select(x => new { x.Process, x.InstanceKey, x.About })).Distinct().ToListAsync();
        asked.ShouldAllBe(x => x.About != null);
        asked.Where(x => x.InstanceKey.Length > "2016-17".Length).ShouldAllBe(x => x.About!.StartsWith($"{x.InstanceKey}, ", StringComparison.Ordinal));
        asked.Select(x => x.Process).Distinct().Count().ShouldBe(8, "every process asks for something, the equality assessment too");
    }

    [Fact]
    public async Task Lists_write_periods_as_words_and_cases_with_their_titles()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Over);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var processes = (await commissioner.OpenAsync("/processes")).Page.QuerySelectorAll("main tbody tr td:nth-of-type(1)").Select(x => x.TextContent.Trim()).ToList();
        processes.ShouldContain("October 2016");
        processes.ShouldContain("2016 to 2017");
        processes.ShouldNotContain("2016-10");
        processes.Where(x => x.StartsWith("EX-", StringComparison.Ordinal)).ShouldAllBe(x => x.Contains(", ", StringComparison.Ordinal));

        var exceptions = (await commissioner.OpenAsync("/exceptions")).Text;
        exceptions.ShouldContain("LRA04 Online contacts to Libraries, Registration and Archives, out of tolerance since the quarter April to June 2016");
        exceptions.ShouldContain("LRA14 Customers using outreach services (Home Library Service and Touch a New World), out of tolerance since August 2016");

        using var anybody = site.Browser();
        var publications = (await anybody.OpenAsync("/publications")).Text;
        publications.ShouldContain("Service plan 2016 to 2017");
        publications.ShouldContain("Annual report 2016 to 2017");
    }

    [Fact]
    public async Task An_end_of_the_thread_is_headed_by_what_it_is_called()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Over);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        (await commissioner.OpenAsync("/thread/version/1.1")).Heading.ShouldBe("Version 1.1 of the specification");
        (await commissioner.OpenAsync("/thread/exception/EX-2016-17-002")).Heading.ShouldStartWith("EX-2016-17-002, LRA14 Customers using outreach services");
        await using var db = site.Db();
        var (variation, change) = (await db.Variations.FirstAsync(), await db.Changes.FirstAsync());
        var end = await commissioner.OpenAsync($"/thread/variation/{variation.Number}");
        end.Heading.ShouldBe($"{variation.Number}, {variation.Title}");
        end.Page.QuerySelector("main p a")!.GetAttribute("href").ShouldBe($"/variations/{variation.Number}");
        (await commissioner.OpenAsync($"/thread/change/{change.Number}")).Heading.ShouldBe($"{change.Number}, {change.Title}");
        var decision = await db.ThreadLinks.FirstAsync(x => x.FromKind == "exception" && x.ToKind == "decision");
        (await commissioner.OpenAsync($"/thread/decision/{decision.ToKey}")).Heading.ShouldContain($"Decide on an exception: {decision.FromKey}, ");
    }

    private static async Task AskAndAnswerAsync(House house)
    {
        var invitation = await SeatHolder.Of(house, "second-member").InvitationAsync();
        await house.SendAsync(new AskQuestion(house.Randomness.Id("ask", "1"), "lra", invitation.Id, "How old is it?"), Actor.ByLink(invitation.PersonId, invitation.Id));
        var head = await Colleague.OfAsync(house, "head-of-service");
        var task = await head.TaskAsync("answer-question");
        await house.SendAsync(new AnswerQuestion(house.Randomness.Id("answer", "1"), "lra", task.Id, "Thirty years."), head.Actor);
    }
}

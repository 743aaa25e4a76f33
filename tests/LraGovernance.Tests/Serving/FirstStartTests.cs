using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Serving;

/// <summary>The day on which a first start lands: something waits for a Board member, the commissioner and the senior management team, each with its page.</summary>
public sealed class FirstStartTests
{
    private static readonly DateOnly Shown = London.DateOf(Demonstration.ShownOn);

    [Fact]
    public async Task On_the_day_of_a_first_start_something_waits_for_everybody()
    {
        Shown.ShouldBe(new DateOnly(2016, 11, 15));
        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, Shown);
        var waiting = await house.SendAsync(new ReadAllWaiting(), Actor.System("test"));
        var board = waiting.Where(x => x.IsDecision && x.AskedOf == "LRA Strategic Board").ToList();
        board.ShouldNotBeEmpty();
        board.ShouldAllBe(x => x.Asked.Count(a => a.Answered) == 2 && x.Asked.Count == 4 && x.Asked.Any(a => a.Deputy && a.Answered), "two of four have answered, one through a deputy");
        waiting.ShouldContain(x => x.Title.StartsWith("Answer the three tests of a variation for the council", StringComparison.Ordinal), "a variation with the commissioner");
        waiting.ShouldContain(x => x.Title.StartsWith("Take up an exception", StringComparison.Ordinal), "an exception with the senior management team");
        waiting.Single(x => x.Title == "Report the figures of the month").Late.ShouldBeTrue("October's return was due the day before");
        waiting.ShouldContain(x => x.Title == "Draft the service specification");
    }

    [Theory]
    [InlineData("commissioner@kent.example", "Answer the three tests", "Does it fundamentally alter an overarching objective?")]
    [InlineData("manager-operations@kent.example", "Take up an exception", "What do you do with it?")]
    [InlineData("corporate-director@kent.example", "Decide on an exception", "Require action")]
    public async Task What_waits_is_one_click_away_on_the_page_where_it_is_done(string who, string what, string question)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Shown);
        using var browser = await site.SignInAsync(who);
        var waiting = await browser.OpenAsync("/waiting");
        var link = waiting.Page.QuerySelectorAll("main a").First(x => x.TextContent.Contains(what, StringComparison.Ordinal));
        var page = await browser.OpenAsync(link.GetAttribute("href")!);
        page.Status.ShouldBe(200);
        page.Text.ShouldContain(question);
    }
}

using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.BrowserTests;

/// <summary>A program that opens every link of every mail and clicks everything neither decides nor signs in.</summary>
[Collection(OneSite.Name)]
public sealed class ScannerTests(Browser browser)
{
    private static readonly bool Campaign = Environment.GetEnvironmentVariable("LRA_CAMPAIGN") == "1";

    [Fact]
    public async Task Clicking_everything_in_many_orders_changes_nothing_that_matters()
    {
        var orders = Campaign ? 20 : 2;
        await using var site = await OpenAsync();
        var links = await LinksOfEveryMailAsync(site);
        var clicked = new HashSet<string>();
        for (var seed = 1; seed <= orders; seed++)
        {
            var before = await WhatMattersAsync(site);
            var page = await browser.Open(links[0]);
            var scanner = new Scanner(page, links, seed);
            await scanner.WalkAsync(steps: Campaign ? 120 : 84);
            clicked.UnionWith(scanner.Clicked);
            (await WhatMattersAsync(site)).ShouldBe(before, $"seed {seed}");
            (await page.Context.CookiesAsync()).ShouldNotContain(x => x.Name.Contains("session", StringComparison.Ordinal), $"seed {seed}");
            await page.Context.CloseAsync();
        }

        clicked.ShouldContain(x => x.Contains("Check your answer > BUTTON Confirm your decision", StringComparison.Ordinal), "it came as far as the last button");
        clicked.ShouldContain(x => x.Contains("INPUT", StringComparison.Ordinal) && x.Contains("Approve", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_browser_decides_once_it_types_the_name()
    {
        await using var site = await OpenAsync();
        var links = (await LinksOfEveryMailAsync(site)).Where(x => x.AbsolutePath.StartsWith("/decide/", StringComparison.Ordinal)).ToList();
        var before = await DecisionsAsync(site);
        var page = await browser.Open(links[0]);
        await new Scanner(page, links, seed: 1, types: "A. Member").WalkAsync(steps: 240, until: async () => await DecisionsAsync(site) > before);
        (await DecisionsAsync(site)).ShouldBeGreaterThan(before);
        await page.Context.CloseAsync();
    }

    private static async Task<Tests.Site> OpenAsync()
    {
        var site = await Tests.Site.OpenOnAPortAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        foreach (var address in (string[])["commissioner@kent.example", "board-member@kent.example"])
        {
            await site.Services.GetRequiredService<Commands>().SendAsync(
                new RequestSignInLink(site.Services.GetRequiredService<Randomness>().Id("ask", address), address), Actor.Anonymous);
        }

        // A day on, the reminders of the Board's sign-off bring fresh links.
        await site.LinkForAsync("board-member@kent.example");
        return site;
    }

    private static async Task<IReadOnlyList<Uri>> LinksOfEveryMailAsync(Tests.Site site)
    {
        await site.Services.GetRequiredService<Commands>().SendAsync(
            new RequestSignInLink(site.Services.GetRequiredService<Randomness>().Id("ask", "again"), "commissioner@kent.example"), Actor.Anonymous);
        await site.WorkAsync();
        var links = site.Mails.All.SelectMany(x => x.Text.Split('\n')).Where(x => x.StartsWith("https://localhost/", StringComparison.Ordinal))
            .Select(x => new Uri(site.Address, x.Trim()["https://localhost/".Length..])).Distinct().ToList();
        links.ShouldContain(x => x.AbsolutePath.StartsWith("/decide/", StringComparison.Ordinal));
        links.ShouldContain(x => x.AbsolutePath.StartsWith("/sign-in/link/", StringComparison.Ordinal));
        return links;
    }

    private static async Task<int> DecisionsAsync(Tests.Site site)
    {
        await using var db = site.Db();
        return await db.Answers.CountAsync();
    }

    private static async Task<string> WhatMattersAsync(Tests.Site site)
    {
        await using var db = site.Db();
        return string.Join(' ',
            await db.Answers.CountAsync(), await db.Interests.CountAsync(), await db.Questions.CountAsync(), await db.LinkTokens.CountAsync(x => x.UsedAt != null),
            await db.RecordEntries.CountAsync(x => x.Event == "signed-in" || x.Event == "decision-recorded" || x.Event == "interest-declared" || x.Event == "question-asked"),
            await db.TaskAssignees.CountAsync(x => x.DoneAt != null), await db.DecisionRequests.CountAsync(x => x.State == LraGovernance.Decisions.RequestState.Open));
    }
}

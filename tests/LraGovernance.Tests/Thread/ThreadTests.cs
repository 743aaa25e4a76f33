using LraGovernance.Data;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Thread;

/// <summary>The golden thread: tied when a specification comes into force, followed both ways, with its loose ends.</summary>
public sealed class ThreadTests
{
    private static readonly DateOnly InForce = new(2016, 4, 10);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-025")]
    public async Task An_outcome_leads_to_its_indicators_and_an_indicator_back_to_its_outcomes(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        ThreadLink measured;
        ThreadLink served;
        await using (var db = site.Db())
        {
            measured = await db.ThreadLinks.FirstAsync(x => x.ToKind == "indicator" && x.ToKey == "LRA14");
            served = await db.ThreadLinks.FirstAsync(x => x.FromKind == "outcome" && x.ToKey == measured.FromKey);
        }

        var onward = await commissioner.OpenAsync($"/thread/outcome/{served.FromKey}");
        onward.Page.QuerySelectorAll("main ol a").Select(x => x.GetAttribute("href")).ShouldContain("/thread/indicator/LRA14");
        (await commissioner.OpenAsync("/thread/outcome/O3")).Page.QuerySelectorAll("main ol a").Select(x => x.GetAttribute("href"))
            .ShouldContain("/thread/indicator/LRA14", "by way of its supporting outcome");
        served.FromKey.ShouldBe("SO3.3");
        var back = await commissioner.OpenAsync("/thread/indicator/LRA14");
        back.Page.QuerySelectorAll("main ol a").Select(x => x.GetAttribute("href")).ShouldContain($"/thread/outcome/{served.FromKey}");
        back.Page.QuerySelectorAll("main ul a").Select(x => x.GetAttribute("href")).ShouldContain($"/thread/clause/{measured.FromKey}");
        (await commissioner.OpenAsync("/thread/indicator/LRA99")).Status.ShouldBe(404);
        using var nobody = site.Browser();
        (await nobody.OpenAsync("/thread")).Heading.ShouldBe("Sign in");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_removed_link_is_a_loose_end(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        (await LooseAsync()).ShouldNotContain("/thread/indicator/LRA14");
        await using (var db = site.Db())
        {
            await db.ThreadLinks.Where(x => x.ToKind == "indicator" && x.ToKey == "LRA14").ExecuteDeleteAsync();
        }

        (await LooseAsync()).ShouldContain("/thread/indicator/LRA14");

        async Task<IReadOnlyList<string?>> LooseAsync() =>
            [.. (await commissioner.OpenAsync("/thread")).Page.QuerySelectorAll("main table")[0].QuerySelectorAll("a").Select(x => x.GetAttribute("href"))];
    }

    [Fact]
    public void A_circle_of_links_ends()
    {
        ThreadLink[] links = [Link("clause", "a", "exception", "b"), Link("exception", "b", "decision", "c"), Link("decision", "c", "clause", "a")];
        ThreadWalk.From(links, new("clause", "a"), onward: true).Select(x => x.Key).ShouldBe(["b", "c"]);
        ThreadWalk.From(links, new("clause", "a"), onward: false).Select(x => x.Key).ShouldBe(["c", "b"]);
        ThreadWalk.Unlinked(links, [new(new("exception", "d"), "d", null, MustLeadOn: true), new(new("exception", "b"), "b", null, MustLeadOn: true)]).Single().Title.ShouldBe("d");

        static ThreadLink Link(string fromKind, string from, string toKind, string to) => new() { Service = "lra", FromKind = fromKind, FromKey = from, ToKind = toKind, ToKey = to, Why = "test" };
    }
}

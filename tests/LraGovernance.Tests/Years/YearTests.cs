using AngleSharp.Dom;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Years;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Years;

/// <summary>The commissioning year as a list: the cycle's five stages, and every dated thing of it.</summary>
[Trait("Requirement", "R-038")]
public sealed class YearTests
{
    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_year_says_where_the_cycle_stands_and_what_waits(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, new DateOnly(2016, 11, 15));
        using var head = await site.SignInAsync("head-of-service@kent.example");
        var year = await head.OpenAsync("/years");
        year.Heading.ShouldBe("2016 to 2017");
        Stages(year).ShouldBe([
            "Specification: Done", "Response: Done", "Delivery: Open 6 of 12 finished", "Review: Open", "Refresh: Open",
        ]);
        var response = year.Page.QuerySelectorAll("main table a").Single(x => x.TextContent == "Response").GetAttribute("href")!;
        (await head.OpenAsync(response)).Heading.ShouldContain("Service plan");
        Lines(year).ShouldContain(x => x.StartsWith("Part-year update: Ahead"));
        Lines(year).ShouldContain(x => x.StartsWith("Monthly performance starts: November 2016: Ahead"), "the calendar starts it in December");
        (await head.OpenAsync("/years/2017-18")).Heading.ShouldBe("2017 to 2018");
        (await head.OpenAsync("/years/1999-00")).Status.ShouldBe(404);
        (await head.OpenAsync("/years/soon")).Status.ShouldBe(404);
        using var nobody = site.Browser();
        (await nobody.OpenAsync("/years")).Heading.ShouldBe("Sign in");
    }

    [Fact]
    public async Task What_is_late_is_called_late_and_afterwards_done_late_or_not_done_in_time()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 9, 15));
        using var head = await site.SignInAsync("head-of-service@kent.example");
        Lines(await head.OpenAsync("/years/2016-17")).ShouldContain(x => x.StartsWith("Report the figures of the month: August 2016: Late"));

        await using var later = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 11, 17));
        using var again = await later.SignInAsync("head-of-service@kent.example");
        var lines = Lines(await again.OpenAsync("/years/2016-17"));
        lines.ShouldContain(x => x.StartsWith("Report the figures of the month: October 2016: Done late"));
        lines.ShouldContain(x => x.StartsWith("Report the figures of the month: August 2016: Not done in time"), "the round went on without them");
        lines.ShouldContain(x => x.Contains(": Done Approve, ") && x.EndsWith("Strategic Board"));
    }

    [Fact]
    public async Task What_is_open_says_its_last_safe_day()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2015, 11, 2));
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var year = await commissioner.OpenAsync("/years");
        year.Heading.ShouldBe("2016 to 2017", "the calendar begins with that year");
        Stages(year).ShouldBe(["Specification: Open", "Response: Ahead", "Delivery: Ahead 0 of 12 finished", "Review: Ahead", "Refresh: Ahead"]);
        year.Text.ShouldContain("Last safe day: ");
    }

    [Theory]
    [InlineData("2015-11-02", "2016-17")]
    [InlineData("2016-04-01", "2016-17")]
    [InlineData("2017-03-31", "2016-17")]
    [InlineData("2017-04-01", "2017-18")]
    [InlineData("2019-01-01", "2017-18")]
    public void The_year_shown_first_is_that_of_the_day_or_the_nearest_known(string day, string shown) =>
        $"{CommissioningYear.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), [new(2016), new(2017)])}".ShouldBe(shown);

    [Fact]
    public void A_month_that_is_still_open_keeps_the_delivery_open()
    {
        var months = Enumerable.Range(4, 12).Select(x => new YearProcess(new Guid(x, 0, 0, new byte[8]), "kpi-monitoring", $"{x}", At(x), x == 15 ? null : At(x + 1))).ToList();
        var delivery = CommissioningYear.StagesOf(new(2016), months)[2];
        (delivery.Standing, delivery.Done, delivery.Instance).ShouldBe((YearStanding.Open, 11, months[^1].Id));
        CommissioningYear.StagesOf(new(2016), [.. months.Select(x => x with { FinishedAt = At(16) })])[2].Standing.ShouldBe(YearStanding.Done);

        static DateTimeOffset At(int month) => London.At(new DateOnly(2016, 1, 1).AddMonths(month - 1), London.Morning);
    }

    private static IReadOnlyList<string> Stages(Shown page) => Rows(page.Page.QuerySelectorAll("main table")[0], x =>
        $"{x.QuerySelector("th")!.ChildNodes.First(n => !string.IsNullOrWhiteSpace(n.TextContent)).TextContent.Trim()}: {Cell(x, 0)}");

    /// <summary>What: standing, of whom.</summary>
    private static IReadOnlyList<string> Lines(Shown page) => [.. page.Page.QuerySelectorAll("main table").Skip(1)
        .SelectMany(table => Rows(table, x => $"{x.QuerySelector("th")!.TextContent.Trim()}: {Cell(x, 1)}, {Cell(x, 2)}"))];

    private static IReadOnlyList<string> Rows(IElement table, Func<IElement, string> row) => [.. table.QuerySelectorAll("tbody tr").Select(row)];

    private static string Cell(IElement row, int at) => string.Join(' ', row.QuerySelectorAll("td")[at].TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}

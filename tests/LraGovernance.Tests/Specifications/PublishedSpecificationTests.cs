using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Specifications;
using LraGovernance.Tests.Variations;
using LraGovernance.Variations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Specifications;

/// <summary>The specification as anybody reads it: what is asked, by which outcome, measured how and within which limits.</summary>
public sealed class PublishedSpecificationTests
{
    private static readonly DateOnly InForce = new(2016, 4, 10);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-020")]
    [Trait("Requirement", "R-002")]
    public async Task One_document_for_one_year_covers_libraries_registration_and_archives(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        var page = await ShowAsync(site, "/specification");
        page.Heading.ShouldBe("Service specification for Libraries, Registration and Archives 2016 to 2017");
        page.Text.ShouldContain("In force from 1 April 2016");
        page.Text.ShouldContain("004 the report of January 2016 on internal commissioning", Case.Sensitive, "every clause names its sources by number");
        var sections = page.Page.QuerySelectorAll("main section > h2").Select(x => x.TextContent).ToList();
        foreach (var part in (string[])["Reading", "Archives", "Registration"])
        {
            sections.ShouldContain(x => x.Contains(part, StringComparison.OrdinalIgnoreCase));
        }

        await using var db = site.Db();
        (await db.Specifications.CountAsync(x => x.State == SpecificationState.InForce)).ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "R-008")]
    [Trait("Requirement", "R-009")]
    [Trait("Requirement", "R-010")]
    public async Task Three_strategic_outcomes_with_thirteen_supporting_ones_and_the_law_beside_them()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site, "/specification");
        var codes = page.Page.QuerySelectorAll("#outcomes-served + dl dt").Select(x => x.TextContent.Trim()).ToList();
        codes.Where(x => x.StartsWith('O')).ShouldBe(["O1", "O2", "O3", "O4"]);
        codes.Count(x => x.StartsWith("SO", StringComparison.Ordinal) && !x.StartsWith("SO4", StringComparison.Ordinal)).ShouldBe(13);
        page.Page.QuerySelector("#outcomes-served + dl")!.TextContent.ShouldContain("KCC complies with all legislation");
        page.Page.QuerySelectorAll("article.lra-clause .lra-meta").ShouldAllBe(x => x.TextContent.Contains("Serves ", StringComparison.Ordinal), "every clause serves one");

        var duties = page.Page.QuerySelector("#clause-2\\.4")!;
        duties.QuerySelectorAll("li").Length.ShouldBe(3);
        duties.TextContent.ShouldContain("Public Libraries and Museums Act 1964");
        duties.TextContent.ShouldContain("registration of births, deaths, marriages");
        duties.TextContent.ShouldContain("public records");
    }

    [Fact]
    [Trait("Requirement", "R-035")]
    [Trait("Requirement", "R-089")]
    [Trait("Requirement", "R-093")]
    [Trait("Requirement", "R-094")]
    public async Task It_names_thirteen_indicators_with_floor_and_target_or_a_range_for_each_quarter_and_what_each_counts()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site, "/specification");
        var tables = page.Page.QuerySelectorAll("main table").ToDictionary(x => x.QuerySelector("caption")!.TextContent.Trim(), x => x.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(c => c.TextContent.Trim()).ToList()).ToList());
        var targets = tables["Indicators with a target"];
        targets.Count.ShouldBe(9);
        targets.Single(x => x[0].StartsWith("LRA14", StringComparison.Ordinal)).Skip(1).Take(2).ShouldBe(["1,500", "1,600"]);
        targets.Single(x => x[0].StartsWith("LRA06", StringComparison.Ordinal)).Skip(1).Take(2).ShouldBe(["90%", "95%"]);
        targets.Single(x => x[0].StartsWith("LRA15", StringComparison.Ordinal))[2].ShouldBe("210 thousand", "in thousands");
        var ranges = tables.Where(x => x.Key.EndsWith(": expected range", StringComparison.Ordinal)).ToList();
        ranges.Select(x => x.Key[..5]).ShouldBe(["LRA01", "LRA02", "LRA04", "LRA05"]);
        ranges.ShouldAllBe(x => x.Value.Count == 5, "four quarters and the year: ten values each");
        ranges[3].Value.Select(x => x[1]).ShouldBe(["1,600", "2,500", "1,070", "600", "5,770"]);
        var notes = page.Page.QuerySelectorAll("dl").Last(x => x.TextContent.Contains("LRA01", StringComparison.Ordinal)).QuerySelectorAll("dt");
        notes.Length.ShouldBe(13);
        notes.Single(x => x.TextContent.Trim().StartsWith("LRA02", StringComparison.Ordinal)).NextElementSibling!.TextContent.ShouldContain("audio", Case.Insensitive);
    }

    [Fact]
    [Trait("Requirement", "R-036")]
    [Trait("Requirement", "R-037")]
    [Trait("Requirement", "R-129")]
    public async Task Tolerances_objectives_and_the_budget_are_parts_of_it()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site, "/specification");
        Rows(page, "Tolerances: when a figure leaves").ShouldContain(x => x.StartsWith("Red in any one period", StringComparison.Ordinal) && x.Contains("To the Strategic Board after 10 working days", StringComparison.Ordinal));
        Rows(page, "Tolerances for the budget").Count.ShouldBe(2);
        page.Page.QuerySelectorAll("article.lra-clause").Where(x => x.QuerySelector(".lra-meta")!.TextContent.Contains("An overarching objective", StringComparison.Ordinal)).Select(x => x.Id)
            .ShouldBe(["clause-3.1", "clause-3.2", "clause-3.3", "clause-3.4", "clause-3.5", "clause-3.6"]);
        var budget = Rows(page, "Budget for each year");
        budget.Count.ShouldBe(5);
        budget[0].ShouldStartWith("2016 to 2017 | 11,544 | 5,009 | 16,553 | \u22125,931 | 10,622");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-085")]
    [Trait("Requirement", "R-124")]
    public async Task A_target_that_moves_in_the_year_is_a_new_version_and_both_can_be_compared(DatabaseKind kind)
    {
        await using var house = await House.OpenAsync(kind, InForce);
        var head = await Colleague.OfAsync(house, "head-of-service");
        var now = (await house.SendAsync(new ReadSpecification("lra")))!.Document.Indicators.Single(x => x.Ref == "LRA14");
        var raised = (RaiseVariationResult.Raised)await house.SendAsync(new RaiseVariation(house.Randomness.Id("c", "raise"), "lra", new(
            "More visits at home", "The service has widened.", "None.", new([], [new("LRA14", SpecificationDocument.HashOfPiece(now), 1550, 1650)], [], 0))), head.Actor);
        await Acts.AssessBothAsync(house);
        await Acts.AgreeAllAsync(house, raised.Number);

        var compared = (await house.SendAsync(new CompareVersions("lra", "1.0", "1.1")))!.Difference;
        compared.Figures.Select(x => (x.Before, x.After)).ShouldBe([("1,500", "1,550"), ("1,600", "1,650")], ignoreOrder: true);
        (await house.SendAsync(new ReadSpecification("lra", "1.0")))!.Document.Indicators.Single(x => x.Ref == "LRA14").Target.ShouldBe(1600, "what was signed stays readable");
    }

    [Fact]
    [Trait("Requirement", "R-026")]
    [Trait("Requirement", "R-029")]
    [Trait("Requirement", "R-031")]
    public async Task The_first_years_lessons_are_in_force_from_the_next_first_of_April_and_listed_as_what_changed()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2017, 4, 3));
        var page = await ShowAsync(site, "/specification");
        page.Heading.ShouldContain("2017 to 2018");
        page.Text.ShouldContain("In force from 1 April 2017");
        var changed = await ShowAsync(site, "/specification/compare?From=1.0");
        var lesson = changed.Page.QuerySelectorAll("article.lra-clause--changed").Single(x => x.QuerySelector(".lra-clause__number")!.TextContent.Trim() == "13.2");
        lesson.QuerySelectorAll("ins").ShouldContain(x => x.TextContent.Contains("25", StringComparison.Ordinal), "minutes at each stop");
        await using var db = site.Db();
        (await db.Instances.Where(x => x.DefinitionId == "specification-refresh").OrderBy(x => x.StartedAt).Select(x => x.StartedAt).ToListAsync()).Select(London.DateOf)
            .ShouldBe([new DateOnly(2015, 10, 1), new DateOnly(2016, 10, 1)]);
    }

    private static async Task<Shown> ShowAsync(Site site, string path)
    {
        using var anybody = site.Browser();
        return await anybody.OpenAsync(path);
    }

    private static IReadOnlyList<string> Rows(Shown page, string caption) =>
        [.. page.Page.QuerySelectorAll("main table").Single(x => x.QuerySelector("caption")!.TextContent.Trim().StartsWith(caption, StringComparison.Ordinal)).QuerySelectorAll("tbody tr")
            .Select(row => string.Join(" | ", row.Children.Select(x => x.TextContent.Trim())))];
}

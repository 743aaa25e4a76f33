using LraGovernance.Data;
using Shouldly;
using Xunit;
using static LraGovernance.Tests.ServicePlans.PlanForms;

namespace LraGovernance.Tests.ServicePlans;

/// <summary>What anybody reads in the plan in force.</summary>
public sealed class PlanPagesTests
{
    private static readonly DateOnly InForce = new(2016, 6, 1);

    [Fact]
    [Trait("Requirement", "R-051")]
    [Trait("Requirement", "R-053")]
    [Trait("Requirement", "R-054")]
    [Trait("Requirement", "R-055")]
    [Trait("Requirement", "R-065")]
    public async Task The_plan_names_who_is_responsible_and_what_the_service_is_and_has()
    {
        var text = await ReadAsync();
        text.ShouldContain("Cabinet portfolio: Cabinet Member for Community Services");
        text.ShouldContain("Responsible: Corporate Director for Growth, Environment and Transport");
        text.ShouldContain("Answers for delivery: Head of Service, Libraries, Registration and Archives");
        text.ShouldContain("99 libraries, 28 of them registering births and deaths");
        text.ShouldContain("search the archive catalogue");
        text.ShouldContain("(Public Libraries and Museums Act 1964)");
        text.ShouldContain("Gross £16,553 thousand");
        text.ShouldContain("Income -£5,931 thousand");
        text.ShouldContain("Net £10,622 thousand");
        text.ShouldContain("875 employees, which is 440 full-time equivalents, and over 1500 volunteers");
        text.ShouldContain("KR7-KR9 56 12.8");
        text.ShouldContain("Strategic managers: Business Development; Operations; Specialist & Support Services.");
        text.ShouldContain("LRA06 Customer satisfaction with birth and death registration 90% 95%");
    }

    [Fact]
    [Trait("Requirement", "R-052")]
    [Trait("Requirement", "R-056")]
    [Trait("Requirement", "R-057")]
    [Trait("Requirement", "R-058")]
    [Trait("Requirement", "R-059")]
    [Trait("Requirement", "R-073")]
    public async Task Themes_hang_on_priorities_and_activities_on_evidence_of_need()
    {
        var text = await ReadAsync();
        text.ShouldContain("1. Community BT2 Deliver council outcomes through modern, targeted services");
        text.ShouldContain("4. Customer BT4");
        text.ShouldContain("B2 Extend public Wi-Fi to 66 more libraries so that all have it (completed)");
        text.ShouldContain("B6 Digitise some archive collections and apply for archive accreditation B4 Not in it A073 A076");
        text.ShouldContain("Profile of the community 43");
    }

    [Fact]
    [Trait("Requirement", "R-066")]
    public async Task The_transformation_programme_and_the_plan_are_the_years_priorities_together()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var anybody = site.Browser();
        var rows = (await anybody.OpenAsync($"/service-plans/{Year}")).Page.QuerySelectorAll("main table").Single(x => x.QuerySelector("caption")!.TextContent.StartsWith("The year's priorities", StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr").ToDictionary(x => x.QuerySelector("th")!.TextContent.Trim().Split(' ')[0], x => x.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList());
        rows["BT1"][1].ShouldContain("Service level agreements with support services");
        rows["BT1"][2].ShouldBe("Theme 2, Commissioning");
        rows["B6"][1].ShouldBe("Not in it", "the programme is apart from the in-year plan");
        rows["B6"][2].ShouldContain("A073");
        rows["B1"][2].ShouldBe("No activity names it");
        rows.Where(x => x.Value[1] != "Not in it").Select(x => x.Key).ShouldBe(["BT1", "BT2", "BT3", "BT4"]);
    }

    [Fact]
    [Trait("Requirement", "R-061")]
    [Trait("Requirement", "R-063")]
    [Trait("Requirement", "R-064")]
    public async Task Activities_stand_by_outcome_supporting_outcome_function_and_number()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var anybody = site.Browser();
        var page = (await anybody.OpenAsync($"/service-plans/{Year}")).Page;
        var rows = page.QuerySelectorAll("main tr[id]").Select(x => x.Id!).ToList();
        rows.Take(7).ShouldBe(["A001", "A002", "A003", "A004", "A005", "A006", "A007"], "Area operations, Archives, Service Development");
        rows.Skip(70).Take(3).ShouldBe(["A071", "A072", "A073"]);
        rows.Count.ShouldBe(90);
        page.QuerySelectorAll("main h3").Select(x => x.TextContent.Trim()).ShouldContain("Outcome 4: KCC complies with all legislation relating to Libraries, Registration Services and Archives");
        page.QuerySelectorAll("main table caption").Count(x => x.TextContent.Trim().StartsWith("SO", StringComparison.Ordinal)).ShouldBe(14);
    }

    [Fact]
    [Trait("Requirement", "R-068")]
    [Trait("Requirement", "R-069")]
    [Trait("Requirement", "R-070")]
    [Trait("Requirement", "R-071")]
    [Trait("Requirement", "R-072")]
    [Trait("Requirement", "R-074")]
    [Trait("Requirement", "R-075")]
    [Trait("Requirement", "R-076")]
    public async Task An_activity_tells_who_where_for_whom_why_by_when_and_how_one_knows()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var anybody = site.Browser();
        var talk = Words(await anybody.OpenAsync($"/service-plans/{Year}/A008"));
        talk.ShouldContain("Owner Owner of plan activities, Area operations");
        talk.ShouldContain("Where Dover, Thanet");
        talk.ShouldContain("Community groups M Family Basic");
        talk.ShouldContain("Evidence Profile of the community");
        talk.ShouldContain("Why it is needed Profiling shows many Family Basics households.");
        Words(await anybody.OpenAsync($"/service-plans/{Year}/A010")).ShouldContain("Where still to be chosen");
        Words(await anybody.OpenAsync($"/service-plans/{Year}/A058")).ShouldContain("Where Prisons");
        var tender = Words(await anybody.OpenAsync($"/service-plans/{Year}/A068"));
        tender.ShouldContain("Milestones Tender done, 30 September 2016; Digitising begun, 31 January 2017");
        tender.ShouldContain("Parts Licensed internet access; Digitising");
        var club = Words(await anybody.OpenAsync($"/service-plans/{Year}/A027"));
        club.ShouldContain("Measures Sessions held (output, number); What people who came went on to do (outcome, narrative)");
        Words(await anybody.OpenAsync($"/service-plans/{Year}/A071")).ShouldContain("Clause 8.2 Public search room measured by LRA13");
        (await anybody.OpenAsync($"/service-plans/{Year}/A999")).Status.ShouldBe(404);
        (await anybody.OpenAsync("/service-plans/2014-15")).Status.ShouldBe(404);
        (await anybody.OpenAsync("/service-plans")).Text.ShouldContain("answers version 1.0");
    }

    private static async Task<string> ReadAsync()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var anybody = site.Browser();
        return Words(await anybody.OpenAsync($"/service-plans/{Year}"));
    }
}

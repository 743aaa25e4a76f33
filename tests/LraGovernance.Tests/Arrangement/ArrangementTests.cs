using AngleSharp.Dom;
using LraGovernance.Arrangement;
using LraGovernance.Bodies;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tests.Rehearsal;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Arrangement;

/// <summary>Both sides of the table in one view: the service, its bodies, and what is asked of whom.</summary>
public sealed class ArrangementTests
{
    private static readonly DateOnly InForce = new(2016, 4, 10);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-001")]
    [Trait("Requirement", "R-016")]
    public async Task Anybody_reads_what_is_commissioned_by_whom_from_whom_since_when_and_by_which_decision(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        var page = await ShowAsync(site);
        var facts = page.Page.QuerySelectorAll("main dt").ToDictionary(x => x.TextContent.Trim(), x => x.NextElementSibling!.TextContent.Trim());
        facts["Service"].ShouldBe("Libraries, Registration and Archives");
        facts["Commissioned by"].ShouldContain("Growth, Environment and Transport");
        facts["Delivered by"].ShouldBe("The head of service and the senior management team");
        facts["Commissioned from"].ShouldBe("1 April 2016");
        facts["Decided by"].ShouldBe("KCC Cabinet, June 2015");
        page.Page.DocumentElement.OuterHtml.ShouldNotContain("@kent.example", Case.Insensitive, "by role, never by name");
    }

    [Fact]
    [Trait("Requirement", "R-004")]
    [Trait("Requirement", "R-005")]
    public async Task The_commissioner_is_in_the_directorates_team_and_the_corporate_director_is_the_last_instance()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site);
        Seats(page, "directorate-management-team").ShouldContain("Commissioning lead in the directorate management team | Commissioning lead | The council");
        Seats(page, "directorate-management-team")[0].ShouldStartWith("Corporate Director, Growth, Environment and Transport (chair) | Ultimate commissioner");
        Seats(page, "strategic-board").ShouldContain(x => x.StartsWith("Corporate Director, Growth, Environment and Transport | Ultimate commissioner and contract manager", StringComparison.Ordinal));
        Duties(page, "Commissioning lead in the directorate management team").ShouldContain(x => x.StartsWith("Monthly performance: ", StringComparison.Ordinal), "the monthly review");
        Duties(page, "Commissioning lead in the directorate management team").ShouldContain("Specification refresh: Draft the specification");
    }

    [Fact]
    [Trait("Requirement", "R-006")]
    [Trait("Requirement", "R-007")]
    public async Task The_head_of_service_and_the_senior_managers_are_the_team_that_answers_for_delivery()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site);
        Seats(page, "senior-management-team").Select(x => x.Split(" | ")[0]).ShouldBe(
            ["Head of Libraries, Registration and Archives (chair)", "Strategic manager in the senior management team, 3 of them"]);
        page.Page.QuerySelector("#service-management")!.TextContent.ShouldContain("Specification refresh: Head of service agrees for the service");
        Duties(page, "Head of Libraries, Registration and Archives").ShouldContain("Annual report: Draft the annual report");
        Duties(page, "Strategic manager in the senior management team").ShouldContain("Specification refresh: Review by the senior management team");
    }

    [Fact]
    [Trait("Requirement", "R-039")]
    [Trait("Requirement", "R-017")]
    public async Task The_Board_is_two_Members_the_corporate_director_and_the_head_of_service_and_who_sits_on_both_sides_is_marked()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site);
        Seats(page, "strategic-board").ShouldBe(
        [
            "Cabinet Member for Community Services (chair) | Member of the council, answerable for the portfolio | The council",
            "Member of the council on the Strategic Board | Member of the council | The council",
            "Corporate Director, Growth, Environment and Transport | Ultimate commissioner and contract manager | The council. Sits on both sides of the table",
            "Head of Libraries, Registration and Archives | Answers for delivery | The service. Sits on both sides of the table",
        ]);
        page.Page.QuerySelectorAll("main td").Count(x => x.TextContent.Contains("both sides", StringComparison.Ordinal)).ShouldBeGreaterThan(2, "wherever they sit");
    }

    [Fact]
    [Trait("Requirement", "R-017")]
    public void Who_acts_for_one_side_only_does_not_sit_on_both()
    {
        var sides = new Dictionary<string, string> { ["director"] = "council", ["member"] = "council", ["head"] = "service", ["clerk"] = "committee" };
        Body[] bodies = [Of("board", "director", "member", "head"), Of("team", "director"), Of("managers", "head"), Of("committee", "member", "clerk")];
        BothSides.Of(bodies, sides).ShouldBe(["director", "head"], ignoreOrder: true);
        BothSides.Of(bodies[1..], sides).ShouldBeEmpty("where nobody meets");

        static Body Of(string key, params string[] roles) => new()
        {
            Service = "lra", Key = key, Name = key, Source = "test",
            Seats = [.. roles.Select(x => new Seat { Service = "lra", BodyKey = key, Key = x, RoleKey = x, Capacity = x })],
        };
    }

    [Fact]
    [Trait("Requirement", "R-013")]
    public async Task Everything_that_is_asked_is_asked_of_a_post_that_was_there_before()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        var page = await ShowAsync(site);
        page.Page.QuerySelectorAll("main h3 + p").Select(x => x.TextContent).Where(x => x.Contains("0 posts", StringComparison.Ordinal)).ShouldBeEmpty();
        await using (var db = site.Db())
        {
            (await db.RoleHoldings.GroupBy(x => x.RoleKey).Select(x => x.Min(h => h.From)).MaxAsync()).ShouldBeLessThan(new DateOnly(2015, 6, 1), "nobody came with the decision of June 2015");
        }

        using var copy = CopyOfTheBuild.Make();
        copy.ChangeWorkflow(x => x["root"]!["activities"]!.AsArray().Single(y => (string?)y!["id"] == "draft")!["role"]!["expression"]!["value"] = "performance-director");
        (await Should.ThrowAsync<WorkflowsRefusedException>(() => Rehearse.RunAsync(new(Demonstration.Pack, null, null, new DateOnly(2015, 10, 2), null, "1") { Folders = copy.Folders })))
            .Message.ShouldContain("performance-director");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-015")]
    public async Task A_second_service_is_taken_on_from_its_own_pack_and_goes_through_the_same_year(DatabaseKind kind)
    {
        using var copy = CopyOfTheBuild.Make();
        copy.ChangePack("pack.json", x => (x["service"]!["key"], x["service"]!["name"]) = ("parks", "Country Parks"));
        await using var house = await House.OpenAsync(kind);
        (await house.SendAsync(new LoadPack(house.Randomness.Id("load", "parks"), Path.Combine(copy.Folders.Packs, Demonstration.Pack)))).ShouldBeOfType<LoadPackResult.Loaded>().Service.ShouldBe("parks");
        await house.MoveToAsync(London.At(new DateOnly(2015, 10, 2), new TimeOnly(9, 0)));

        await using var db = house.Db();
        (await db.Instances.Where(x => x.DefinitionId == "specification-refresh").Select(x => x.Service).ToListAsync()).ShouldBe(["lra", "parks"], ignoreOrder: true);
        (await db.Specifications.Select(x => x.Title).ToListAsync()).ShouldContain("Service specification for Country Parks 2016 to 2017");
        (await house.SendAsync(new ReadArrangement("parks"), Actor.Anonymous)).Service.Name.ShouldBe("Country Parks");
    }

    private static async Task<Shown> ShowAsync(Site site)
    {
        using var anybody = site.Browser();
        return await anybody.OpenAsync("/service");
    }

    private static IReadOnlyList<string> Seats(Shown page, string body) => [.. page.Page.QuerySelectorAll($"#{body} tbody tr")
        .Select(row => string.Join(" | ", row.Children.Select(x => x.TextContent.Trim())))];

    private static IReadOnlyList<string> Duties(Shown page, string role) => [.. page.Page.QuerySelectorAll("main h3").Single(x => x.TextContent.Trim() == role)
        .NextElementSibling!.NextElementSibling!.QuerySelectorAll("li").Select(x => x.TextContent.Trim())];
}

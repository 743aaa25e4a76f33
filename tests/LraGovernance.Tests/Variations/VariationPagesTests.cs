using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Variations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Variations;

/// <summary>Every step of a variation on the page of whoever does it.</summary>
public sealed class VariationPagesTests
{
    private const string Commissioner = "commissioner@kent.example";
    private const string Head = "head-of-service@kent.example";
    private const string Senior = "manager-operations@kent.example";
    private static readonly DateOnly InForce = new(2016, 4, 10);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-115")]
    [Trait("Requirement", "R-116")]
    [Trait("Requirement", "R-117")]
    [Trait("Requirement", "R-118")]
    [Trait("Requirement", "R-119")]
    [Trait("Requirement", "R-124")]
    public async Task A_minor_variation_goes_from_its_proposal_to_in_force_page_by_page(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        using var head = await site.SignInAsync(Head);
        using var commissioner = await site.SignInAsync(Commissioner);
        using var senior = await site.SignInAsync(Senior);
        (await head.OpenAsync("/variations")).Text.ShouldContain("There has been no variation");
        var number = await RaiseAsync(head);
        number.ShouldBe("VA-2016-17-001");
        var shown = await head.OpenAsync($"/variations/{number}");
        shown.Text.ShouldContain("No figure changes");
        shown.Text.ShouldContain(Acts.Addition);

        var assess = await commissioner.OpenAsync(await PathOfAsync(site, AssessVariationHandler.TaskKind));
        (await commissioner.SubmitAsync(assess)).Errors.Count.ShouldBe(9, "six questions and three reasons");
        (await commissioner.SubmitAsync(assess, No)).Text.ShouldContain("The aims stay.");
        await head.SubmitAsync(await head.OpenAsync(await PathOfAsync(site, AssessVariationHandler.TaskKind)), No);

        foreach (var (browser, role) in new[] { (commissioner, "commissioner"), (head, "head-of-service"), (senior, "senior-manager") })
        {
            var agree = await browser.OpenAsync(await PathOfAsync(site, AgreeVariationHandler.TaskKind, role));
            (await browser.SubmitAsync(agree, new Dictionary<string, string> { ["Form.Agrees"] = "false" })).Errors.ShouldBe(["Enter why you decline"]);
            await browser.SubmitAsync(agree, new Dictionary<string, string> { ["Form.Agrees"] = "true" });
        }

        var applied = await senior.OpenAsync($"/variations/{number}");
        applied.Text.ShouldContain("In force since 10 April 2016 as version 1.1");
        var story = applied.Page.QuerySelectorAll("main ol li").Select(x => x.TextContent[(x.TextContent.IndexOf("m: ", StringComparison.Ordinal) + 3)..].Trim()).ToList();
        story.ShouldBe(
        [
            "Raised by the service", "Both sides are asked to answer the three tests", "The three tests are answered by the council", "No test is failed so far", "The three tests are answered by the service", "Classed as a minor variation",
            "Agreed by the commissioner", "1 of 3 have agreed", "Agreed by the head of service", "2 of 3 have agreed", "Agreed by the senior management team", "3 of 3 have agreed", "Agreed by all three", "In force as version 1.1",
        ]);
        (await senior.OpenAsync("/specification")).Text.ShouldContain(Acts.Addition);
        (await senior.OpenAsync("/variations")).Text.ShouldContain("as version 1.1");
        await using var db = site.Db();
        (await db.Variations.SingleAsync()).ProducedVersion.ShouldBe("1.1");
        (await db.VariationAgreements.CountAsync()).ShouldBe(3);
    }

    [Fact]
    [Trait("Requirement", "R-120")]
    public async Task An_open_variation_is_moved_up_by_hand_with_a_reason_and_never_down()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var head = await site.SignInAsync(Head);
        var number = await RaiseAsync(head);
        var move = await head.OpenAsync($"/variations/{number}/move-up");
        var late = await head.OpenAsync($"/variations/{number}/move-up");
        (await head.SubmitAsync(move)).Errors.ShouldBe(["Enter why it moves up"]);
        (await head.SubmitAsync(move, new Dictionary<string, string> { ["Form.Reason"] = "The Board should see it." })).Text.ShouldContain("Moved up to change management");
        (await head.OpenAsync($"/variations/{number}/move-up")).Text.ShouldContain("It cannot be moved up: it is moved up to change management.");
        (await head.SubmitAsync(late, new Dictionary<string, string> { ["Form.Reason"] = "Once more." })).Text.ShouldContain("It cannot be moved up");
        await using var db = site.Db();
        (await db.Variations.SingleAsync()).MovedUpBecause.ShouldBe("The Board should see it.");
    }

    [Fact]
    public async Task What_changes_nothing_and_what_has_changed_meanwhile_is_refused_and_what_was_typed_stays()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var head = await site.SignInAsync(Head);
        var form = await head.OpenAsync("/variations/raise?clause=13.2&indicator=LRA14&year=2016-17");
        var content = Words("Say it online");
        (await head.SubmitAsync(form)).Errors.ShouldBe(["Enter a title", "Enter why the change is needed", "Enter what the change does to people, performance and cost"]);
        var again = await head.SubmitAsync(form, content);
        again.Text.ShouldContain("As it is written it changes nothing");
        var slip = await head.SubmitAsync(again, new Dictionary<string, string>(content) { ["Form.Content.Proposal.Indicators[0].Floor"] = "many" });
        slip.Errors.Count.ShouldBe(1);
        var stale = await head.SubmitAsync(again, new Dictionary<string, string>(content)
        {
            ["Form.Content.Proposal.Clauses[0].Text"] = "My own text.", ["Form.Content.Proposal.Clauses[0].BasedOn"] = "0000",
        });
        stale.Text.ShouldContain("Somebody else has changed 13.2");
        stale.Page.QuerySelector("textarea[name='Form.Content.Proposal.Clauses[0].Text']")!.TextContent.Trim().ShouldBe("My own text.");
        var raised = await head.SubmitAsync(stale);
        raised.Text.ShouldContain("My own text.");
    }

    [Theory]
    [Trait("Requirement", "R-119")]
    [InlineData("year=2016-17", "Budget[0].Staffing", "79228162514264337593543950335", "Staffing must be between")]
    [InlineData("year=2016-17", "Budget[0].Income", "-1000000000", "Income must be between")]
    [InlineData("year=2016-17", "Budget[0].Staffing", "", "Enter staffing for 2016 to 2017, or 0")]
    [InlineData("year=2016-17", "Budget[0].Staffing", "11,5", "Staffing must be a number")]
    [InlineData("indicator=LRA14", "Indicators[0].Floor", "", "Enter the floor of LRA14")]
    [InlineData("indicator=LRA14", "Indicators[0].Target", "", "Enter the target of LRA14")]
    [InlineData("indicator=LRA14", "Indicators[0].Floor", "9999", "The floor of LRA14 must not be above its target")]
    [InlineData("indicator=LRA14", "Indicators[0].Target", "79228162514264337593543950335", "The target of LRA14 must be a number of 12 digits at most")]
    public async Task A_figure_that_cannot_be_meant_is_refused_beside_its_field(string piece, string field, string value, string error)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var head = await site.SignInAsync(Head);
        var form = await head.OpenAsync($"/variations/raise?{piece}");
        var slip = await head.SubmitAsync(form, new Dictionary<string, string>(Words("Odd figures")) { [$"Form.Content.Proposal.{field}"] = value });

        slip.Errors.ShouldHaveSingleItem().ShouldContain(error);
        slip.Page.QuerySelector($"input[name='Form.Content.Proposal.{field}']")!.GetAttribute("value").ShouldBe(value, "what was typed stays");
        await using var db = site.Db();
        (await db.Variations.CountAsync()).ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "R-119")]
    public async Task A_change_of_the_budget_is_shown_in_pounds_and_moves_up_whatever_is_answered()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, InForce);
        using var head = await site.SignInAsync(Head);
        var form = await head.OpenAsync("/variations/raise?year=2016-17");
        var staffing = decimal.Parse(form.Page.QuerySelector("input[name='Form.Content.Proposal.Budget[0].Staffing']")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);
        var raised = await head.SubmitAsync(form, new Dictionary<string, string>(Words("One more post"))
        {
            ["Form.Content.Proposal.Budget[0].Staffing"] = (staffing + 31).ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        raised.Text.ShouldContain("£31,000");
        using var commissioner = await site.SignInAsync(Commissioner);
        var answered = await commissioner.SubmitAsync(await commissioner.OpenAsync(await PathOfAsync(site, AssessVariationHandler.TaskKind)), No);
        answered.Text.ShouldContain("Moved up to change management");
        answered.Text.ShouldContain("It affects the agreed budget");
    }

    [Fact]
    [Trait("Requirement", "R-047")]
    public async Task What_the_Board_asks_for_because_of_an_exception_is_written_by_the_commissioner_and_goes_the_way_of_every_variation()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 5, 6));
        using var senior = await site.SignInAsync(Senior);
        using var commissioner = await site.SignInAsync(Commissioner);
        await senior.SubmitAsync(await senior.OpenAsync("/exceptions/raise"), new Dictionary<string, string>
        {
            ["Form.Matter"] = "Issue", ["Form.Nature"] = "Performance", ["Form.Title"] = "Stops", ["Form.What"] = "Some cannot be kept.",
        });
        await senior.SubmitAsync(await senior.OpenAsync(await PathOfAsync(site, AssessExceptionHandler.TaskKind)), new Dictionary<string, string> { ["Form.Handling"] = "Significant", ["Form.Text"] = "The clause asks too much." });
        await BoardDecidesAsync(site, ExceptionRules.VarySpecification);

        var choose = await commissioner.OpenAsync(await PathOfAsync(site, CompleteVariationHandler.TaskKind));
        choose.Text.ShouldContain("The Strategic Board asked for it when it decided on exception EX-2016-17-001");
        var form = await commissioner.OpenAsync($"{choose.Response.RequestMessage!.RequestUri!.AbsolutePath}?clause=13.2");
        var written = await commissioner.SubmitAsync(form, new Dictionary<string, string>(Words("Fewer stops")) { ["Form.Content.Proposal.Clauses[0].Text"] = "Each stop that can be kept will be kept." });
        written.Heading.ShouldBe("Fewer stops");
        written.Text.ShouldContain("Being tested");
        await using var db = site.Db();
        (await db.Exceptions.SingleAsync()).State.ShouldBe(ExceptionState.Closed);
        (await db.Tasks.CountAsync(x => x.Kind == AssessVariationHandler.TaskKind && x.State == TaskState.Open)).ShouldBe(1);
        (await db.ThreadLinks.CountAsync(x => x.FromKind == "exception" && x.ToKind == "variation")).ShouldBe(1);
    }

    private static async Task BoardDecidesAsync(Site site, string option)
    {
        await using var db = site.Db();
        var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.State == RequestState.Open);
        foreach (var invitation in request.Standing())
        {
            (await site.Services.GetRequiredService<Commands>().SendAsync(new RecordDecision(
                site.Services.GetRequiredService<Randomness>().Id("decide", $"{invitation.Id}"), "lra", invitation.Id, option, "Change the clause.", "Board Member", request.DocumentHash, null),
                Actor.ByLink(invitation.PersonId, invitation.Id))).ShouldBeOfType<RecordDecisionResult.Recorded>();
        }
    }

    private static Dictionary<string, string> No => new()
    {
        ["Form.Objective.Fails"] = "false", ["Form.Objective.Reason"] = "The aims stay.", ["Form.Policy.Fails"] = "false", ["Form.Policy.Reason"] = "No policy says otherwise.",
        ["Form.Budget.Fails"] = "false", ["Form.Budget.Reason"] = "It costs nothing.", ["Form.Substantive"] = "false", ["Form.Fundamental"] = "false", ["Form.EqualityRelevant"] = "false",
    };

    private static Dictionary<string, string> Words(string title) => new()
    {
        ["Form.Content.Title"] = title, ["Form.Content.Why"] = "Customers ask for it.", ["Form.Content.Impact"] = "None on people.",
    };

    /// <summary>One that everybody answers no to and agrees, page by page.</summary>
    internal static async Task AgreeOneAsync(Site site, BrowserWithoutScripts commissioner, BrowserWithoutScripts head, BrowserWithoutScripts senior)
    {
        await RaiseAsync(head);
        await commissioner.SubmitAsync(await commissioner.OpenAsync(await PathOfAsync(site, AssessVariationHandler.TaskKind)), No);
        await head.SubmitAsync(await head.OpenAsync(await PathOfAsync(site, AssessVariationHandler.TaskKind)), No);
        foreach (var (browser, role) in new[] { (commissioner, "commissioner"), (head, "head-of-service"), (senior, "senior-manager") })
        {
            await browser.SubmitAsync(await browser.OpenAsync(await PathOfAsync(site, AgreeVariationHandler.TaskKind, role)), new Dictionary<string, string> { ["Form.Agrees"] = "true" });
        }
    }

    private static async Task<string> RaiseAsync(BrowserWithoutScripts browser)
    {
        var choose = await browser.OpenAsync("/variations/raise");
        choose.Page.QuerySelectorAll("input[name=clause]").Length.ShouldBeGreaterThan(20);
        var form = await browser.OpenAsync("/variations/raise?clause=13.2");
        var text = form.Page.QuerySelector("textarea[name='Form.Content.Proposal.Clauses[0].Text']")!.TextContent.Trim();
        var raised = await browser.SubmitAsync(form, new Dictionary<string, string>(Words("Say it online")) { ["Form.Content.Proposal.Clauses[0].Text"] = $"{text}\n\n{Acts.Addition}" });
        raised.Heading.ShouldBe("Say it online");
        return raised.Page.QuerySelector(".govuk-caption-l")!.TextContent;
    }

    internal static async Task<string> PathOfAsync(Site site, string kind, string? role = null)
    {
        await using var db = site.Db();
        return $"/tasks/{(await db.Tasks.SingleAsync(x => x.Kind == kind && x.State == TaskState.Open && (role == null || x.Role == role))).Id}";
    }
}

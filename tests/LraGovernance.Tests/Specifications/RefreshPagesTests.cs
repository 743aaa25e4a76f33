using LraGovernance.Data;
using LraGovernance.Meetings;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Specifications;

/// <summary>The refresh on its pages: who may write, who may comment, what the author has before them, what goes to the committee.</summary>
public sealed class RefreshPagesTests
{
    private static readonly DateOnly Drafting = new(2015, 10, 5), Reviewing = new(2015, 11, 6), Revising = new(2015, 11, 23), Committee = new(2016, 1, 12), Answering = new(2016, 1, 20);

    [Fact]
    [Trait("Requirement", "R-030")]
    [Trait("Requirement", "R-033")]
    [Trait("Requirement", "R-034")]
    [Trait("Requirement", "R-011")]
    [Trait("Requirement", "R-012")]
    public async Task The_author_has_the_four_inputs_before_them_and_what_the_review_asks()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Drafting);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var draft = await commissioner.OpenAsync(await site.TaskPathAsync(SubmitDraftHandler.TaskKind));
        var inputs = draft.Page.QuerySelectorAll("main details").Where(x => x.QuerySelector(".lra-meta")?.TextContent.StartsWith("Source", StringComparison.Ordinal) == true).ToDictionary(x => x.QuerySelector("summary")!.TextContent.Trim(), x => x.QuerySelector(".govuk-details__text")!.TextContent);
        inputs.Keys.ShouldBe(["Priority outcomes", "Financial position", "Users and market", "Last year's performance"], ignoreOrder: true);
        foreach (var word in (string[])["the difference it makes", "local need", "held to account"])
        {
            inputs["Priority outcomes"].ShouldContain(word, Case.Sensitive, "the Cabinet Member's priority and its three meanings");
        }

        inputs["Financial position"].ShouldContain("Net: £10,622 thousand");
        foreach (var kind in (string[])["research and intelligence", "comparable authorities", "customers"])
        {
            inputs["Users and market"].ShouldContain($"Independent, {kind}: ");
        }

        inputs["Users and market"].ShouldContain("Net cost per resident, median of comparable authorities: £8.10");
        inputs["Users and market"].ShouldContain("Net cost per resident, Kent: £7.59");
        inputs["Last year's performance"].ShouldContain("LRA06 Customer satisfaction with birth and death registration: 93%, target 95%");
        inputs["Last year's performance"].ShouldContain("LRA13 Customer satisfaction with archives: 82%, no target");
        foreach (var test in (string[])["serve an outcome", "what customers need now", "best value", "other ways to deliver it"])
        {
            draft.Text.ShouldContain(test);
        }
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-021")]
    public async Task Only_the_commissioner_changes_the_text_and_the_service_comments(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Drafting);
        var path = await site.TaskPathAsync(SubmitDraftHandler.TaskKind);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var clause = await commissioner.OpenAsync((await commissioner.OpenAsync(path)).Response.RequestMessage!.RequestUri!.AbsolutePath + "/clause/13.2");
        (await commissioner.SubmitAsync(clause, new Dictionary<string, string> { ["Form.Text"] = "Routes are published." }, "Save and go back to the draft")).Status.ShouldBe(200);
        await using (var db = site.Db())
        {
            (await db.DraftClauses.SingleAsync(x => x.ClauseId == "13.2")).Text.ShouldBe("Routes are published.");
        }

        using var head = await site.SignInAsync("head-of-service@kent.example");
        (await head.OpenAsync(path)).Status.ShouldBe(404);
        (await head.OpenAsync(clause.Response.RequestMessage!.RequestUri!.AbsolutePath)).Status.ShouldBe(404);
        (await head.OpenAsync("/waiting")).Text.ShouldNotContain("Draft the service specification");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-014")]
    [Trait("Requirement", "R-022")]
    [Trait("Requirement", "R-032")]
    public async Task Both_sides_review_the_draft_and_the_author_sees_what_they_said_clause_by_clause(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Reviewing);
        using var manager = await site.SignInAsync("manager-operations@kent.example");
        var review = await manager.OpenAsync(await site.TaskPathAsync(SubmitReviewHandler.TaskKind, "senior-manager"));
        review.Page.QuerySelectorAll("main form input[type=text], main form textarea").ShouldBeEmpty("a reviewer reads");
        var at = review.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var comment = await manager.OpenAsync($"{at}/comment/13.2");
        (await manager.SubmitAsync(comment)).Errors.ShouldHaveSingleItem();
        (await manager.SubmitAsync(comment, new Dictionary<string, string> { ["Form.Text"] = "Drivers say that twenty minutes are too few." }, "Save the comment")).Text.ShouldContain("Drivers say");
        (await manager.SubmitAsync(await manager.OpenAsync($"{at}/finish"), button: "Finish the review")).Status.ShouldBe(200);

        using var chair = await site.SignInAsync("advisory-chair@kent.example");
        (await chair.OpenAsync(await site.TaskPathAsync(SubmitReviewHandler.TaskKind, "advisory-board-chair"))).Heading.ShouldBe("Review the draft specification for the Commissioning Advisory Board");

        await using var later = await Site.OpenAsync(kind, Revising);
        using var commissioner = await later.SignInAsync("commissioner@kent.example");
        var draft = await commissioner.OpenAsync(await later.TaskPathAsync(SubmitDraftHandler.TaskKind));
        var said = draft.Page.QuerySelectorAll(".lra-comments__who").Select(x => x.TextContent).ToList();
        said.ShouldContain(x => x.StartsWith("Strategic manager in the senior management team", StringComparison.Ordinal));
        said.ShouldContain(x => x.StartsWith("Chair of the Commissioning Advisory Board", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-141")]
    [Trait("Requirement", "R-142")]
    [Trait("Requirement", "R-143")]
    [Trait("Requirement", "R-144")]
    [Trait("Requirement", "R-145")]
    [Trait("Requirement", "R-023")]
    public async Task The_paper_tells_who_wrote_it_where_it_was_and_goes_what_is_asked_and_carries_the_specification(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, Committee);
        using var clerk = await site.SignInAsync("committee-clerk@kent.example");
        var page = await clerk.OpenAsync(await site.TaskPathAsync(RecordEndorsementHandler.TaskKind));
        var facts = page.Page.QuerySelectorAll("main dt").ToDictionary(x => x.TextContent.Trim(), x => x.NextElementSibling!);
        facts["Authors"].TextContent.Trim().ShouldBe("Cabinet Member and Corporate Director");
        facts["Classification"].TextContent.Trim().ShouldBe("Unrestricted");
        facts["Electoral division"].TextContent.Trim().ShouldBe("All");
        page.Text.ShouldContain("Growth, Economic Development and Communities Cabinet Committee, 12 January 2016");
        facts["Past pathway"].TextContent.Trim().ShouldBe("Senior management team; Commissioning Advisory Board");
        facts["Future pathway"].TextContent.Trim().ShouldBe("Strategic Board");
        facts["Asks for"].QuerySelectorAll("li").Select(x => x.TextContent.Trim()).ShouldBe(
        [
            "Discuss and comment on the service specification", "Endorse the service specification and the commissioning approach", "Endorse how the issues that are still open are handled",
        ]);
        var attached = await clerk.OpenAsync(facts["Attachment"].QuerySelector("a")!.GetAttribute("href")!);
        attached.Heading.ShouldBe("Service specification for Libraries, Registration and Archives 2016 to 2017");
        attached.Page.QuerySelectorAll("article.lra-clause").Length.ShouldBeGreaterThan(80);

        (await clerk.SubmitAsync(page)).Errors.Count.ShouldBe(6);
        await clerk.SubmitAsync(page, new Dictionary<string, string>
        {
            ["Form.Items[0]"] = "false", ["Form.Items[1]"] = "true", ["Form.Items[2]"] = "true", ["Form.Reference"] = "GEDCC 4", ["Form.Attendance"] = "Chair and ten members", ["Form.Comments"] = "Mind the mobile libraries.",
        });
        await using var db = site.Db();
        (await db.Minutes.SingleAsync()).ShouldSatisfyAllConditions(x => x.Endorsed.ShouldBeTrue(), x => x.Comments.ShouldBe("Mind the mobile libraries."));
        (await db.Minutes.SingleAsync()).Agreed.ShouldBe([false, true, true], "a decision on each");
        (await db.DecisionRequests.SingleAsync()).BodyKey.ShouldBe("strategic-board", "it goes on");
        using var member = site.Browser();
        var asked = await member.OpenAsync(await site.LinkForAsync("board-member@kent.example"));
        asked.Text.ShouldContain("Discuss and comment on the service specification: not agreed");
        asked.Text.ShouldContain("Endorse the service specification and the commissioning approach: agreed");
    }

    [Fact]
    [Trait("Requirement", "R-024")]
    public async Task What_Members_say_on_the_Board_and_in_committee_is_before_the_author_who_writes_the_next_text()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, Answering);
        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var draft = await commissioner.OpenAsync(await site.TaskPathAsync(SubmitDraftHandler.TaskKind));
        draft.Text.ShouldContain("Answer the changes that the Strategic Board asks for");
        draft.Page.QuerySelectorAll(".lra-comments__who").Select(x => x.TextContent).ShouldContain(x => x.StartsWith("Member of the council on the Strategic Board: ask for changes", StringComparison.Ordinal));
        draft.Text.ShouldContain("What the committee said");
        draft.Text.ShouldContain("asked that mobile library customers keep a choice");
    }

    [Theory]
    [Trait("Requirement", "R-143")]
    [Trait("Requirement", "R-144")]
    [InlineData("Endorse the specification", "endorse")]
    [InlineData("Discuss and comment on the specification", "comment")]
    [InlineData("Note the update", "note")]
    [InlineData("Prioritise the savings", "prioritise")]
    [InlineData("Have tea", "other")]
    public void A_recommendation_is_of_a_kind(string text, string kind) => Recommendations.KindOf(text).ShouldBe(kind);

    [Theory]
    [Trait("Requirement", "R-143")]
    [Trait("Requirement", "R-144")]
    [InlineData(false, true, true, true)]
    [InlineData(true, true, false, false)]
    [InlineData(true, false, true, false)]
    public void The_paper_is_endorsed_when_each_item_that_asks_for_it_is(bool comment, bool approach, bool issues, bool endorsed) =>
        Recommendations.Endorsed(["Discuss and comment on it", "Endorse the approach", "Endorse how issues are handled"], [comment, approach, issues]).ShouldBe(endorsed);
}

using LraGovernance.Audit;
using LraGovernance.Comments;
using LraGovernance.Data;
using LraGovernance.Specifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Comments;

/// <summary>What people outside say of the specification, from the public page to the commissioner who writes the next one.</summary>
public sealed class CommentTests
{
    private static readonly DateOnly InForce = new(2016, 4, 10), DraftingTheNext = new(2016, 10, 4);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-027")]
    public async Task Anybody_says_whether_the_public_specification_matches_what_they_find(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, InForce);
        using var customer = site.Browser();
        var form = await customer.OpenAsync((await customer.OpenAsync("/specification")).Page.QuerySelectorAll("main a").Single(x => x.TextContent == "Say whether it matches what you find").GetAttribute("href")!);
        (await customer.SubmitAsync(form)).Errors.ShouldBe(["Enter your comment"]);
        var said = new Dictionary<string, string> { ["Form.ClauseId"] = "13.2", ["Form.Text"] = "The bus was gone after <b>ten</b> minutes." };
        (await customer.SubmitAsync(form, said)).Heading.ShouldBe("Service specification for Libraries, Registration and Archives 2016 to 2017");
        await customer.SubmitAsync(form, said);

        await using var db = site.Db();
        var comment = await db.PublicComments.SingleAsync();
        (comment.Version, comment.ClauseId, comment.Text, comment.Outcome).ShouldBe(("1.0", "13.2", "The bus was gone after <b>ten</b> minutes.", null), "the same form twice is one comment");
        (await db.RecordEntries.SingleAsync(x => x.Event == "comment-received")).Body.ShouldNotContain("minutes", Case.Insensitive, "what people write stands beside the chain");
        (await customer.OpenAsync("/specification")).Text.ShouldNotContain("The bus was gone", Case.Sensitive, "it is not published");
        (await customer.OpenAsync("/comments")).Heading.ShouldBe("Sign in");
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    [Trait("Requirement", "R-028")]
    public async Task Every_comment_is_before_the_commissioner_who_drafts_and_says_what_it_changed(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, DraftingTheNext);
        using var customer = site.Browser();
        var form = await customer.OpenAsync("/specification/comment");
        await customer.SubmitAsync(form, new Dictionary<string, string> { ["Form.ClauseId"] = "99.9", ["Form.Text"] = "All is well in Whitstable." });

        using var commissioner = await site.SignInAsync("commissioner@kent.example");
        var task = await site.TaskPathAsync(SubmitDraftHandler.TaskKind);
        var draft = await commissioner.OpenAsync(task);
        draft.Text.ShouldContain("All is well in Whitstable.");
        draft.Text.ShouldContain("1 of 1 wait for that");
        var answer = await commissioner.OpenAsync((await commissioner.OpenAsync("/comments")).Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        (await commissioner.SubmitAsync(answer)).Errors.ShouldBe(["Select whether it changed the text", "Enter what it changed, or why it changed nothing"]);
        var listed = await commissioner.SubmitAsync(answer, new Dictionary<string, string> { ["Form.Outcome"] = "NotChanged", ["Form.Reason"] = "It confirms clause 13.1." });
        listed.Text.ShouldContain("the whole specification, version ");
        listed.Text.ShouldContain("Changed nothing: It confirms clause 13.1.");
        (await commissioner.OpenAsync(task)).Text.ShouldContain("You have said of every comment what became of it.");

        using var head = await site.SignInAsync("head-of-service@kent.example");
        (await head.OpenAsync("/comments")).Text.ShouldContain("All is well in Whitstable.");
        (await head.OpenAsync(answer.Response.RequestMessage!.RequestUri!.AbsolutePath)).Status.ShouldBe(403);
        using var clerk = await site.SignInAsync("committee-clerk@kent.example");
        (await clerk.OpenAsync("/comments")).Status.ShouldBe(403);
        (await site.Services.GetRequiredService<LraGovernance.Pipeline.Commands>().SendAsync(new VerifyAudit(), LraGovernance.Pipeline.Actor.System("test"))).ShouldBeOfType<VerifyAuditResult.Sound>();
    }

    [Fact]
    public async Task A_flood_of_comments_ends_and_before_anything_is_published_there_is_nothing_to_comment_on()
    {
        await using var early = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2015, 10, 5));
        using var nobody = early.Browser();
        (await nobody.OpenAsync("/specification/comment")).Status.ShouldBe(404);

        await using var house = await House.OpenAsync(DatabaseKind.Sqlite, InForce);
        await using (var db = house.Db())
        {
            db.PublicComments.AddRange(Enumerable.Range(0, 500).Select(i => new PublicComment { Id = house.Randomness.Id("flood", $"{i}"), Service = "lra", Version = "1.0", Text = "x", At = house.Clock.GetUtcNow() }));
            await db.SaveChangesAsync();
        }

        (await house.SendAsync(new SendComment(house.Randomness.Id("c", "1"), "lra", null, "One more."), LraGovernance.Pipeline.Actor.Anonymous)).ShouldBeOfType<SendCommentResult.TooMany>();
        await house.MoveToAsync(house.Clock.GetUtcNow().AddDays(1).AddMinutes(1));
        (await house.SendAsync(new SendComment(house.Randomness.Id("c", "2"), "lra", null, "One more."), LraGovernance.Pipeline.Actor.Anonymous)).ShouldBeOfType<SendCommentResult.Sent>();
    }
}

using LraGovernance.Data;
using LraGovernance.Decisions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Decisions;

/// <summary>A Board member's link, from the mail to the receipt, and everything that must not work.</summary>
public sealed class DecideByLinkTests
{
    private const string Member = "board-member@kent.example";
    private static readonly DateOnly SignOffOpen = new(2016, 1, 27);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task A_member_opens_the_link_chooses_checks_types_a_name_and_gets_a_receipt(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, SignOffOpen);
        using var phone = site.Browser();
        var page = await phone.OpenAsync(await site.LinkForAsync(Member));
        page.Heading.ShouldBe("Sign off the service specification");
        page.Text.ShouldContain("5pm on Friday 26 February 2016");
        page.Text.ShouldContain("What has changed");
        page.Text.ShouldContain("asked that mobile library customers keep a choice", Case.Sensitive, "the committee's comments go to the Board with the paper");
        page.Page.QuerySelectorAll("input[type=radio]:checked").ShouldBeEmpty();

        var check = await phone.SubmitAsync(page, new Dictionary<string, string> { ["Form.Option"] = "Approve" }, "Continue");
        check.Heading.ShouldBe("Check your answer");
        var receipt = await phone.SubmitAsync(check, new Dictionary<string, string> { ["Form.NameTyped"] = "A. Member" }, "Confirm your decision");
        receipt.Text.ShouldContain("You can change your answer");

        await using (var db = site.Db())
        {
            var answer = await db.Answers.OrderByDescending(x => x.At).FirstAsync();
            answer.ShouldSatisfyAllConditions(x => x.Option.ShouldBe("Approve"), x => x.NameTyped.ShouldBe("A. Member"), x => x.Assurance.ShouldBe("link"), x => x.Through.ShouldBe("link"));
            (await db.RecordEntries.CountAsync(x => x.Event == "decision-recorded" && x.Body.Contains(answer.Id.ToString()))).ShouldBe(1);
            (await db.Outbox.SingleAsync(x => x.Template == "decision-receipt" && x.Occurrence == answer.Id.ToString())).Data.ShouldContain(LraGovernance.Calendar.London.Moment(answer.At));
        }

        (await phone.OpenAsync(await site.LinkForAsync(Member))).Text.ShouldContain("A. Member", Case.Sensitive, "the link opens the receipt from now on");
    }

    [Fact]
    public async Task Slips_stand_beside_their_fields_and_nothing_typed_is_lost()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        using var phone = site.Browser();
        var page = await phone.OpenAsync(await site.LinkForAsync(Member));

        var nothing = await phone.SubmitAsync(page, button: "Continue");
        nothing.Errors.ShouldBe(["Select your decision"]);
        nothing.Page.Title.ShouldNotBeNull().ShouldStartWith("Error: ");
        var noReason = await phone.SubmitAsync(page, new Dictionary<string, string> { ["Form.Option"] = "Reject" }, "Continue");
        noReason.Errors.ShouldHaveSingleItem().ShouldContain("reason");
        var check = await phone.SubmitAsync(page, new Dictionary<string, string> { ["Form.Option"] = "Reject", ["Form.Reason"] = "Too <b>dear</b> & late" }, "Continue");
        var noName = await phone.SubmitAsync(check, button: "Confirm your decision");
        noName.Errors.ShouldBe(["Enter your full name"]);
        noName.Text.ShouldContain("Too <b>dear</b> & late");
        var back = await phone.SubmitAsync(noName, button: "Go back and change it");
        back.Page.QuerySelector("textarea")!.TextContent.ShouldContain("Too <b>dear</b> & late");

        await using var db = site.Db();
        (await db.Answers.CountAsync(x => x.Option == "Reject")).ShouldBe(0);
    }

    [Theory]
    [InlineData(4_000, false)]
    [InlineData(4_001, true)]
    public async Task A_reason_is_as_long_as_the_page_counts_it_though_a_form_posts_a_line_break_as_two(int length, bool tooLong)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        using var phone = site.Browser();
        var typed = "Too dear" + string.Concat(Enumerable.Repeat("\r\n-", 100));
        var reason = typed + new string('x', length - typed.ReplaceLineEndings("\n").Length);

        var next = await phone.SubmitAsync(await phone.OpenAsync(await site.LinkForAsync(Member)),
            new Dictionary<string, string> { ["Form.Option"] = "Reject", ["Form.Reason"] = reason }, "Continue");

        next.Errors.ShouldBe(tooLong ? ["Reason must be 4,000 characters or less"] : []);
        next.Heading.ShouldBe(tooLong ? "Sign off the service specification" : "Check your answer");
        if (!tooLong)
        {
            (await phone.SubmitAsync(next, new Dictionary<string, string> { ["Form.NameTyped"] = "A. Member" }, "Confirm your decision")).Errors.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task The_same_confirmation_posted_twenty_times_at_once_is_one_decision(DatabaseKind kind)
    {
        await using var site = await Site.OpenAsync(kind, SignOffOpen);
        using var phone = site.Browser();
        var check = await phone.SubmitAsync(await phone.OpenAsync(await site.LinkForAsync(Member)), new Dictionary<string, string> { ["Form.Option"] = "Approve" }, "Continue");
        var posts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => phone.PostAsync(check, new Dictionary<string, string> { ["Form.NameTyped"] = "A. Member" }, "Confirm your decision")));

        posts.Select(x => (x.Status, x.Location?.ToString())).Distinct().ShouldHaveSingleItem().Status.ShouldBe(303);
        await using var db = site.Db();
        (await db.Answers.CountAsync(x => x.NameTyped == "A. Member")).ShouldBe(1);
    }

    [Fact]
    public async Task Opening_a_link_a_hundred_times_changes_nothing()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        var link = await site.LinkForAsync(Member);
        var before = await FingerprintAsync(site);
        foreach (var method in Enumerable.Range(0, 50).SelectMany(_ => (HttpMethod[])[HttpMethod.Get, HttpMethod.Head]))
        {
            using var scanner = site.Browser();
            using var request = new HttpRequestMessage(method, link);
            using var response = await scanner.SendAsync(request);
            ((int)response.StatusCode).ShouldBe(303);
        }

        (await FingerprintAsync(site)).ShouldBe(before);
    }

    [Fact]
    public async Task Whatever_is_not_a_link_of_ours_gets_the_same_page()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        var link = await site.LinkForAsync(Member);
        using var stranger = site.Browser();
        var pages = new List<(int, string)>();
        foreach (var wrong in (string[])
            [
                $"/decide/{new string('A', 43)}", link[..^1], link + "x", link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link.ToUpperInvariant(), "/decide/%20",
                "/decide/" + new string('x', 10_000), "/decide/..%2f..%2fetc", $"/decision/{Guid.Empty}",
            ])
        {
            var shown = await stranger.GetAsync(wrong);
            pages.Add((shown.Status, shown.Text));
        }

        pages.Distinct().ShouldHaveSingleItem().Item1.ShouldBe(404);
    }

    [Fact]
    public async Task A_link_opens_its_own_invitation_and_no_other()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        using var phone = site.Browser();
        await phone.OpenAsync(await site.LinkForAsync(Member));
        await using var db = site.Db();
        foreach (var invitation in await db.Invitations.ToListAsync())
        {
            var person = await db.People.SingleAsync(x => x.Id == invitation.PersonId);
            if (person.Email != Member)
            {
                (await phone.GetAsync($"/decision/{invitation.Id}")).Status.ShouldBe(404, person.Name);
            }
        }
    }

    [Fact]
    public async Task Forms_without_their_token_from_elsewhere_or_with_another_documents_hash_are_refused()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        using var phone = site.Browser();
        var page = await phone.OpenAsync(await site.LinkForAsync(Member));
        var check = await phone.SubmitAsync(page, new Dictionary<string, string> { ["Form.Option"] = "Approve" }, "Continue");
        var name = new Dictionary<string, string> { ["Form.NameTyped"] = "A. Member" };

        (await phone.PostAsync(check, new Dictionary<string, string>(name) { ["__RequestVerificationToken"] = "" }, "Confirm your decision")).Status.ShouldBe(400);
        (await phone.PostAsync(check, new Dictionary<string, string>(name) { ["Form.DocumentHash"] = new string('0', 64) }, "Confirm your decision")).Status.ShouldBe(409);
        (await phone.PostAsync(check, new Dictionary<string, string>(name) { ["Form.Option"] = "Abstain", ["Form.CommandId"] = Guid.Empty.ToString("D") }, "Confirm your decision")).Status.ShouldBeOneOf(200, 400, 409);
        await using var db = site.Db();
        (await db.Answers.CountAsync(x => x.NameTyped == "A. Member")).ShouldBe(0);
    }

    [Fact]
    public async Task The_token_is_in_no_log_no_page_and_no_row_and_leaves_by_no_header()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, SignOffOpen);
        var link = await site.LinkForAsync(Member);
        var token = link["/decide/".Length..];
        using var phone = site.Browser();
        var opened = await phone.GetAsync(link);
        opened.Location!.ToString().ShouldNotContain(token);
        var page = await phone.OpenAsync(link);
        page.Page.DocumentElement.OuterHtml.ShouldNotContain(token);
        page.Response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        opened.Response.Headers.GetValues("Set-Cookie").Single(x => x.Contains("decide", StringComparison.Ordinal))
            .ShouldSatisfyAllConditions(x => x.ShouldStartWith("__Host-"), x => x.ShouldContain("httponly"), x => x.ShouldContain("secure"), x => x.ShouldContain("samesite=lax"));
        site.Log.Text.ShouldNotContain(token);
        site.Log.Text.Length.ShouldBeGreaterThan(100, "something is logged at all");
        await using var db = site.Db();
        (await db.LinkTokens.CountAsync(x => x.Hash == token)).ShouldBe(0);
    }

    private static async Task<string> FingerprintAsync(Site site)
    {
        await using var db = site.Db();
        var counts = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            counts.Add($"{entity.GetTableName()} {(await db.Database.SqlQueryRaw<int>($"SELECT count(*) AS \"Value\" FROM {entity.GetTableName()}").ToListAsync())[0]}");
        }

        return string.Join('\n', counts) + string.Join('\n', await db.Invitations.OrderBy(x => x.Id).Select(x => x.Interested).ToListAsync());
    }
}

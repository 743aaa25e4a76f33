using System.Net;
using LraGovernance.Data;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Pages;

public sealed class DoorTests
{
    [Fact]
    public async Task The_home_page_opens_and_Development_pages_do_not_exist()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        using var browser = site.Browser();
        (await browser.OpenAsync("/")).Status.ShouldBe(200);
        (await browser.OpenAsync("/dev/mailbox")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Pages_that_help_say_of_old_links_and_of_what_cannot_be_done_here_what_the_mails_say()
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        using var browser = site.Browser();
        (await browser.OpenAsync("/help")).Text.ShouldContain("Every link that you were sent stays good until the body has decided");
        var unknown = await browser.OpenAsync("/decide/AAAA");
        unknown.Text.ShouldContain("all of them stay good until the body has decided");
        (await browser.OpenAsync("/no-such-page")).Text.ShouldStartWith("Page not found If you typed the web address, check it is correct.");
        var decision = await browser.OpenAsync(await site.LinkForAsync("board-member@kent.example"));
        (await browser.OpenAsync($"{decision.Response.RequestMessage!.RequestUri!.AbsolutePath}/interest")).Text.ShouldContain("this site has no way yet to undo it");
        (await browser.OpenAsync("/accessibility")).Text.ShouldNotContain("accessibility the council is committed", Case.Sensitive);
        foreach (var page in (string[])["/", "/help", "/privacy", "/accessibility", "/no-such-page"])
        {
            (await browser.OpenAsync(page)).Text.ShouldNotContain("e-mail", Case.Insensitive, page);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("TRACE")]
    public async Task A_page_that_is_only_read_refuses_any_other_method(string method)
    {
        await using var site = await Site.OpenAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        using var phone = site.Browser();
        var decision = await phone.OpenAsync(await site.LinkForAsync("board-member@kent.example"));
        var document = $"{decision.Response.RequestMessage!.RequestUri!.AbsolutePath}/document";
        (await phone.OpenAsync(document)).Status.ShouldBe(200);
        var token = decision.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var page in (string[])[document, "/help"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(page, UriKind.Relative));
            request.Content = method == "TRACE" ? null : new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            (await phone.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, page);
        }
    }
}

using System.Net;
using Shouldly;
using Xunit;

namespace LraGovernance.Tests.Shell;

public sealed class ShellTests
{
    [Theory]
    [InlineData("/error/404", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/boom", HttpStatusCode.InternalServerError)]
    public async Task Every_answer_carries_the_security_headers(string path, HttpStatusCode status)
    {
        await using var host = await ShellHost.Start("Production");
        using var answer = await host.Client().GetAsync(path);

        answer.StatusCode.ShouldBe(status);
        One("Content-Security-Policy").ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self'");
        One("X-Content-Type-Options").ShouldBe("nosniff");
        One("Referrer-Policy").ShouldBe("no-referrer");
        One("Strict-Transport-Security").ShouldBe("max-age=31536000");
        One("Cache-Control").ShouldContain("no-store");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse("a public page sets no cookie");

        string One(string header) => answer.Headers.GetValues(header).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_says_it_is_public_stays_public()
    {
        await using var host = await ShellHost.Start("Production");
        using var answer = await host.Client().GetAsync("/public");
        answer.Headers.CacheControl.ShouldNotBeNull().ToString().ShouldBe("public, max-age=60");
    }

    [Fact]
    public async Task A_fault_is_told_without_its_details_and_with_a_reference()
    {
        await using var host = await ShellHost.Start("Production");
        using var answer = await host.Client().GetAsync("/boom");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Sorry, there is a problem with the service");
        page.ShouldContain("quote this reference");
        page.ShouldNotContain("a secret");
    }

    [Fact]
    public async Task A_form_is_taken_only_with_its_token()
    {
        await using var host = await ShellHost.Start("Development");
        using var empty = new FormUrlEncodedContent([]);
        using var answer = await host.Client().PostAsync("/dev/styles", empty);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Nothing has been changed");
    }

    [Theory]
    [InlineData("Development", HttpStatusCode.OK)]
    [InlineData("Production", HttpStatusCode.NotFound)]
    public async Task The_tools_of_development_are_nowhere_else(string environment, HttpStatusCode status)
    {
        await using var host = await ShellHost.Start(environment);
        using var answer = await host.Client().GetAsync("/dev/styles");
        answer.StatusCode.ShouldBe(status);
        var page = await answer.Content.ReadAsStringAsync();
        page.Contains("/dev/clock", StringComparison.Ordinal).ShouldBe(environment == "Development");
        if (environment == "Development") page.ShouldContain("Today is 15 November 2016");
    }

    [Theory]
    [InlineData("/dev/people")]
    [InlineData("/dev/mailbox")]
    [InlineData("/dev/mailbox/3a79aa3a-2a7c-efc6-2d94-b17238fabd2b")]
    [InlineData("/dev/clock")]
    public async Task Choosing_whom_to_be_the_mailbox_and_the_clock_have_no_route_in_production(string path)
    {
        await using var host = await ShellHost.Start("Production");
        using var read = await host.Client().GetAsync(path);
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var empty = new FormUrlEncodedContent([]);
        using var sent = await host.Client().PostAsync(path, empty);
        using var nowhere = await host.Client().PostAsync("/nowhere", empty);
        sent.StatusCode.ShouldBe(nowhere.StatusCode, "neither is it asked for a token");
    }
}

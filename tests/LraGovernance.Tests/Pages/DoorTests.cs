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
}

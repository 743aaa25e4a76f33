using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LraGovernance.BrowserTests;

[Collection(OneSite.Name)]
public sealed class ShellTests(Site site, Browser browser)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "styles", "/dev/styles" },
        { "styles-errors", "/dev/styles?errors=true" },
        { "styles-announcement", "/dev/styles?handler=announce" },
        { "styles-signed-in", "/dev/styles?handler=signedin" },
        { "error-404", "/error/404" },
        { "error-500", "/error/500" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_and_fits_on_a_telephone_and_on_a_desk(string name, string path)
    {
        foreach (var width in new[] { Screens.Narrow, Screens.Wide })
        {
            var page = await browser.Open(site.At(path), width);
            await page.Photograph(name);
            await page.ShouldNotScrollSideways();
            await page.ShouldBeAccessible();
            page.ShouldHaveNoComplaints();
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Without_scripts_everything_can_be_read_and_sent()
    {
        var page = await browser.Open(site.At("/dev/styles"), Screens.Narrow, javaScript: false);
        (await page.GetByLabel("Who should make them?").IsVisibleAsync()).ShouldBeFalse();
        await page.GetByLabel("Ask for changes").CheckAsync();
        (await page.GetByLabel("Who should make them?").IsVisibleAsync()).ShouldBeTrue("a choice reveals its question");
        (await page.GetByRole(AriaRole.Link, new() { Name = "Specification", Exact = true }).IsVisibleAsync()).ShouldBeTrue();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check your answers" }).ClickAsync();

        (await page.TitleAsync()).ShouldStartWith("Error: ");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter your reason" }).ClickAsync();
        page.Url.ShouldEndWith("#Form_Reason");
        await page.Photograph("styles-without-scripts");

        await page.GetByLabel("Why?").FillAsync("Because it is sound");
        await page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync("27");
        await page.GetByLabel("Month", new() { Exact = true }).FillAsync("mar");
        await page.GetByLabel("Amount for the year").FillAsync("lots");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check your answers" }).ClickAsync();
        (await page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link).AllTextContentsAsync())
            .ShouldBe(["Start must include a year", "Amount must be a number"]);
        (await page.GetByLabel("Approve", new() { Exact = true }).IsCheckedAsync()).ShouldBeTrue("what was answered stays answered");

        await page.GetByLabel("Year", new() { Exact = true }).FillAsync("2016");
        await page.GetByLabel("Amount for the year").FillAsync("£12,500.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check your answers" }).ClickAsync();
        (await page.GetByRole(AriaRole.Alert).TextContentAsync()).ShouldNotBeNull().ShouldContain("thrown away");
    }
}

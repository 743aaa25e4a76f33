using System.Text.RegularExpressions;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace LraGovernance.BrowserTests;

/// <summary>
/// Every page that somebody can reach by following links on a day of the cycle: axe finds nothing, nothing is wider than a
/// telephone, nothing complains. With SCREENS set each is photographed at both widths.
/// </summary>
[Collection(OneSite.Name)]
public sealed partial class PagesTests(Browser browser)
{
    private const int MostPages = 40;
    private static readonly bool Photographs = Environment.GetEnvironmentVariable("SCREENS") is not null;

    [Theory]
    [InlineData("2015-10-05", "commissioner", "specifications/draft")]
    [InlineData("2015-11-06", "senior-manager", "review")]
    [InlineData("2015-11-23", "commissioner", "specifications/draft")]
    [InlineData("2016-01-12", "committee-clerk", "endorse")]
    [InlineData("2016-01-26", "commissioner", "answer")]
    [InlineData("2016-01-27", "kcc-member", "decision")]
    [InlineData("2016-06-15", "commissioner", "variations/assess")]
    [InlineData("2016-06-22", "head-of-service", "variations/agree")]
    [InlineData("2016-04-01", "administrator", "incidents")]
    [InlineData("2016-04-01", null, "specification")]
    public async Task Every_page_on_a_day_is_accessible_and_fits(string day, string? role, string reaches)
    {
        await using var site = await Tests.Site.OpenOnAPortAsync(DatabaseKind.Sqlite, DateOnly.Parse(day, null));
        var page = await browser.Open(site.Address, Screens.Narrow);
        if (role is not null)
        {
            await SignInAsync(page, site, role);
        }

        var (queue, seen) = (new Queue<string>(role is null ? ["/", "/specification", "/sign-in"] : ["/waiting", "/processes", "/"]), new HashSet<string>());
        while (queue.TryDequeue(out var path) && seen.Count < MostPages)
        {
            if (!seen.Add(path.StartsWith("/tasks/", StringComparison.Ordinal) ? path : Kind(path)))
            {
                continue;
            }

            await page.SetViewportSizeAsync(Screens.Narrow, 900);
            var response = await page.GotoAsync(new Uri(site.Address, path).ToString());
            response!.Status.ShouldBe(200, path);
            var kind = Kind(new Uri(page.Url).AbsolutePath); // a task leads to the page of its kind
            if (kind != Kind(path) && !seen.Add(kind))
            {
                continue;
            }

            await LookAsync(page, $"{day}-{role ?? "public"}-{kind.Trim('/').Replace('/', '-')}");
            foreach (var link in await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(x => new URL(x.href)).filter(x => x.origin === location.origin).map(x => x.pathname + x.search)"))
            {
                queue.Enqueue(link);
            }
        }

        seen.ShouldContain(x => x.Contains(reaches, StringComparison.Ordinal), $"reached {string.Join(", ", seen)}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_decides_on_a_telephone_with_the_keyboard_alone()
    {
        await using var site = await Tests.Site.OpenOnAPortAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        var link = await site.LinkForAsync("board-member@kent.example");
        var page = await browser.Open(new Uri(site.Address, link), Screens.Narrow, javaScript: false);
        await LookAsync(page, "decide", axe: false);
        await page.Locator("input[type=radio]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Check your answer" }).WaitForAsync();
        await LookAsync(page, "check", axe: false);
        await page.GetByLabel("Type your full name").FocusAsync();
        await page.Keyboard.TypeAsync("A. Member");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("You can change your answer").First.WaitForAsync();
        await LookAsync(page, "receipt", axe: false);
        await page.Context.CloseAsync();
    }

    /// <summary>Pages that no ordinary day leads to: a carrier refuses a mail, and a reporter has reported nothing.</summary>
    [Fact]
    public async Task The_pages_for_what_did_not_arrive_are_accessible_and_fit()
    {
        await using var site = await Tests.Site.OpenOnAPortAsync(DatabaseKind.Sqlite, new DateOnly(2016, 1, 27));
        site.Mails.Refuses = "board-member@kent.example";
        while (await UndeliveredAsync(site) is null)
        {
            await site.WorkToNextAsync();
        }

        var page = await browser.Open(site.Address, Screens.Narrow);
        await SignInAsync(page, site, "commissioner");
        await page.GotoAsync(new Uri(site.Address, $"/tasks/{await UndeliveredAsync(site)}").ToString());
        await LookAsync(page, "undelivered");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await LookAsync(page, "undelivered-slip");
        await page.Context.CloseAsync();

        await using var autumn = await Tests.Site.OpenOnAPortAsync(DatabaseKind.Sqlite, new DateOnly(2016, 9, 19));
        var other = await browser.Open(autumn.Address, Screens.Narrow);
        await SignInAsync(other, autumn, "head-of-service");
        await other.GetByRole(AriaRole.Link, new() { NameString = "Bring in the figures that are missing" }).ClickAsync();
        await LookAsync(other, "missing");
        await other.GetByRole(AriaRole.Link, new() { NameString = "Bring in " }).First.ClickAsync();
        await LookAsync(other, "bring-in");
        await other.Context.CloseAsync();
    }

    private static async Task<Guid?> UndeliveredAsync(Tests.Site site)
    {
        await using var db = site.Db();
        return db.Tasks.FirstOrDefault(x => x.Kind == "undelivered-mail")?.Id;
    }

    private static async Task LookAsync(IPage page, string name, bool axe = true)
    {
        await page.ShouldNotScrollSideways();
        if (axe)
        {
            await page.ShouldBeAccessible();
        }

        page.ShouldHaveNoComplaints();
        if (Photographs)
        {
            await page.Photograph(name);
            await page.SetViewportSizeAsync(Screens.Wide, 900);
            await page.ShouldNotScrollSideways();
            await page.Photograph(name);
        }
    }

    private static async Task SignInAsync(IPage page, Tests.Site site, string role)
    {
        await using var db = site.Db();
        var person = (await new Holders(db).OfRoleAsync("lra", role, London.DateOf(site.Clock.GetUtcNow())))[0];
        await site.Services.GetRequiredService<Commands>().SendAsync(
            new RequestSignInLink(site.Services.GetRequiredService<Randomness>().Id("ask", role), person.Email), Actor.Anonymous);
        await site.WorkAsync();
        var link = site.Mails.To(person.Email).SelectMany(x => x.Text.Split('\n')).Last(x => x.StartsWith("https://localhost/sign-in/link/", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(site.Address, link.Trim()["https://localhost/".Length..]).ToString());
        await page.Locator("main input[type=email], main input[type=text]").First.FillAsync(person.Email);
        await page.Locator("main button").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/waiting"));
    }

    /// <summary>Pages that differ only in what they are about are one kind.</summary>
    private static string Kind(string path) => Cases().Replace(Clauses().Replace(Ids().Replace(path.Split('?')[0].Split('#')[0], "id"), "/clause/n"), "/$1/n");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    [GeneratedRegex("/(years|performance|exceptions|variations|changes|equality|decisions|thread/[a-z-]+|service-plans/[0-9-]+(?:/[a-z]+)?)/([A-Z]{2,3}[0-9-]+|.*[0-9].*)")]
    private static partial Regex Cases();

    [GeneratedRegex(@"/(clause|comment)/[0-9.]+")]
    private static partial Regex Clauses();
}

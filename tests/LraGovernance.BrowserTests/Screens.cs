using Microsoft.Playwright;
using Shouldly;

namespace LraGovernance.BrowserTests;

/// <summary>Pictures for people to look at, in the folder that SCREENS names.</summary>
internal static class Screens
{
    public const int Narrow = 320;
    public const int Wide = 1280;

    private static readonly string Folder =
        Environment.GetEnvironmentVariable("SCREENS") ?? Path.Combine(AppContext.BaseDirectory, "TestResults", "screens");

    public static async Task Photograph(this IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"{name}-{page.ViewportSize!.Width}.png");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
    }

    public static async Task ShouldNotScrollSideways(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var widths = await page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, window.innerWidth]");
        widths[0].ShouldBeLessThanOrEqualTo(widths[1], $"{page.Url} is wider than the window");
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Shouldly;

namespace LraGovernance.BrowserTests;

/// <summary>What the browser grumbles about while a page is open: console errors, exceptions, what the policy blocked.</summary>
internal static class Complaints
{
    private static readonly ConditionalWeakTable<IPage, List<string>> Heard = [];

    public static void ListenTo(IPage page)
    {
        var heard = Heard.GetOrCreateValue(page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsOwnStatus(page, message)) heard.Add(message.Text);
        };
        page.PageError += (_, error) => heard.Add(error);
    }

    public static void ShouldHaveNoComplaints(this IPage page) => Heard.GetOrCreateValue(page).ShouldBeEmpty();

    // An error page's own 404 is what it is meant to answer; a missing file's 404 is not.
    private static bool IsOwnStatus(IPage page, IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
        && message.Location.StartsWith(page.Url, StringComparison.Ordinal);
}

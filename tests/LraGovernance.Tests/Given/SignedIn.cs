namespace LraGovernance.Tests;

internal static class SignedIn
{
    /// <summary>A browser in which that person has signed in, by the link that is mailed to them.</summary>
    public static async Task<BrowserWithoutScripts> SignInAsync(this Site site, string address)
    {
        var browser = site.Browser();
        await browser.SubmitAsync(await browser.OpenAsync("/sign-in"), new Dictionary<string, string> { ["Form.Email"] = address });
        await site.WorkAsync();
        var link = site.Mails.To(address).SelectMany(x => x.Text.Split('\n')).Last(x => x.StartsWith("https://localhost/sign-in/", StringComparison.Ordinal)).Trim();
        var welcome = await browser.SubmitAsync(await browser.OpenAsync(link["https://localhost".Length..]), new Dictionary<string, string> { ["Form.Email"] = address });
        return welcome.Status == 200 ? browser : throw new InvalidOperationException($"{address} could not sign in: {welcome.Text}");
    }
}

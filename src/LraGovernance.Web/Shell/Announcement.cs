using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace LraGovernance.Web.Shell;

/// <summary>What has just been done, told once on the page that a redirect leads to.</summary>
internal static class Announcement
{
    private const string Name = "announcement";

    public static void AddAnnouncements(this IServiceCollection services) =>
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = Name);

    public static void Announce(this PageModel page, string heading) => page.TempData[Name] = heading;

    // Asking the dictionary writes a cookie even where there is nothing to tell, and public pages shall have none.
    public static string? TakeAnnouncement(this ITempDataDictionary data, HttpRequest request) =>
        request.Cookies.ContainsKey(Name) ? data[Name] as string : null;
}

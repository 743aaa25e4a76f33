namespace LraGovernance.Web.Serving;

/// <summary>
/// Cookies that hold something a browser must keep to itself: bound to this host, out of reach of scripts. Lax, because
/// people arrive out of web mail. Development over http has to do without the prefix.
/// </summary>
internal static class HostCookies
{
    public const string DecidePrefix = "decide-";

    public static string? HostCookie(this HttpRequest request, string name) => request.Cookies[NameOf(request.HttpContext, name)];

    /// <param name="response">The response.</param>
    /// <param name="name">Name without the prefix.</param>
    /// <param name="value">Value.</param>
    /// <param name="lives">How long it is kept; without it until the browser is closed.</param>
    public static void SetHostCookie(this HttpResponse response, string name, string value, TimeSpan? lives = null) =>
        response.Cookies.Append(NameOf(response.HttpContext, name), value, Options(response.HttpContext, lives));

    public static void DropHostCookie(this HttpResponse response, string name) =>
        response.Cookies.Delete(NameOf(response.HttpContext, name), Options(response.HttpContext, null));

    /// <summary>Whoever signs out leaves no opened link behind either.</summary>
    public static void DropOpenedLinks(this HttpResponse response)
    {
        var prefix = NameOf(response.HttpContext, DecidePrefix);
        foreach (var name in response.HttpContext.Request.Cookies.Keys.Where(x => x.StartsWith(prefix, StringComparison.Ordinal)))
        {
            response.Cookies.Delete(name, Options(response.HttpContext, null));
        }
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? lives) => new()
    {
        HttpOnly = true, Secure = !IsDevelopment(context) || context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = lives, IsEssential = true,
    };

    private static string NameOf(HttpContext context, string name) => IsDevelopment(context) ? name : "__Host-" + name;

    private static bool IsDevelopment(HttpContext context) => context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
}

using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LraGovernance.Web.Shell;

internal static class WebShell
{
    public static IServiceCollection AddWebShell(this IServiceCollection services, IHostEnvironment environment)
    {
        services.Configure<KestrelServerOptions>(o => o.AddServerHeader = false);
        services.AddOptions<ShellOptions>().BindConfiguration("Shell");
        services.AddRazorPages(o =>
        {
            // A page without a route is not mapped: outside Development these do not exist.
            if (!environment.IsDevelopment())
                o.Conventions.AddFolderRouteModelConvention("/Dev", page => page.Selectors.Clear());
        });
        services.AddFormBinding();
        services.AddAnnouncements();
        services.AddAntiforgery(o =>
        {
            // Strict would hide the cookie from a page opened out of web mail, and the new one would spoil the forms in other tabs.
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddRouting(o => o.LowercaseUrls = true);
        return services;
    }

    /// <summary>First in the pipeline, so that headers and error pages cover all that follows.</summary>
    public static void UseWebShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRequestLocalization(o => o.SetDefaultCulture("en-GB").RequestCultureProviders.Clear());
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}

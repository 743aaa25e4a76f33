using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Web.Jobs;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LraGovernance.Web.Serving;

/// <summary>Composes the product for the web.</summary>
internal static class Hosting
{
    public static readonly GovernanceFolders Folders = new(
        Path.Combine(AppContext.BaseDirectory, "workflows"), Path.Combine(AppContext.BaseDirectory, "packs"));

    public static void AddSite(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var site = configuration.Read<SiteSettings>("Site");
        var folders = new GovernanceFolders(
            configuration["Folders:Workflows"] ?? Folders.Workflows, configuration["Folders:Packs"] ?? Folders.Packs);
        services.AddGovernance(configuration.Read<DatabaseSettings>("Database"), folders);
        services.AddSingleton(new SiteAddress(new Uri(site.BaseUrl), site.MailFrom));
        services.AddSingleton<IMailSender>(x => new PickupFolderSender(
            Directory.CreateDirectory(site.MailPickupFolder).FullName, x.GetRequiredService<SiteAddress>()));
        services.AddWebShell(builder.Environment);
        services.AddLimits(configuration.Read<LimitSettings>("Limits"));
        KeepLinksToThemselves(builder);
        AddVisitors(services, builder.Environment);
        if (builder.Environment.IsDevelopment())
        {
            services.AddDemonstration();
        }
        else
        {
#pragma warning disable RS0030 // the composition root names the real clock
            services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
            services.AddSingleton<Randomness, SystemRandomness>();
            services.AddHostedService<Startup>();
        }

        services.AddBell();
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseWebShell();
        app.UseMiddleware<GettingReady>();
        app.UseAuthentication();
        app.UseRateLimiter();
    }

    /// <summary>A link's token stands in the address: no line of the log says it, and one that is far too long gets the same page as any other.</summary>
    private static void KeepLinksToThemselves(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        builder.Services.Configure<KestrelServerOptions>(x => x.Limits.MaxRequestLineSize = 32 * 1024);
    }

    private static void AddVisitors(IServiceCollection services, IWebHostEnvironment environment)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Visitor>();
        services.AddScoped<PagePolicy>();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(x =>
        {
            x.Filters.AddService<PagePolicy>();
            x.Filters.Add<NotAllowedPages>();
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(x =>
        {
            x.Cookie.Name = environment.IsDevelopment() ? "lra-session" : "__Host-lra-session";
            x.Cookie.SameSite = SameSiteMode.Lax;
            x.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            x.ExpireTimeSpan = TimeSpan.FromHours(10);
            x.LoginPath = "/sign-in";
        });
        services.AddSingleton<Readiness>();
    }
}

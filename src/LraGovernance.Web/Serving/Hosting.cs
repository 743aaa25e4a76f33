using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Web.Jobs;
using LraGovernance.Web.Mailbox;
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
        var development = builder.Environment.IsDevelopment();
        services.AddGovernance(configuration.Read<DatabaseSettings>("Database"), folders, development ? [typeof(Hosting).Assembly] : []);
        services.AddSingleton(new SiteAddress(new Uri(site.BaseUrl), site.MailFrom));
        var mail = configuration.Read<MailSettings>("Mail");
        services.AddSingleton(mail);
        services.AddMailCarrier(mail, builder.Environment);
        services.AddWebShell(builder.Environment);
        services.AddLimits(configuration.Read<LimitSettings>("Limits"));
        KeepLinksToThemselves(builder);
        AddVisitors(services, builder.Environment);
        if (development)
        {
            services.AddDemonstration();
            services.AddSingleton(new MailFolder(mail.PickupFolder!));
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
        app.MapNotifyCallback(app.Services.GetRequiredService<MailSettings>());
    }

    /// <summary>A link's token stands in the address: no line of the log says it, and one that is far too long gets the same page as any other.</summary>
    private static void KeepLinksToThemselves(WebApplicationBuilder builder)
    {
        builder.Services.PostConfigure<LoggerFilterOptions>(x =>
        {
            // Whatever the settings say: below Warning the framework writes the addresses that it serves.
            const string framework = "Microsoft.AspNetCore";
            foreach (var rule in x.Rules.Where(r => r.CategoryName?.StartsWith(framework, StringComparison.Ordinal) == true).ToList())
            {
                x.Rules.Remove(rule);
            }

            x.Rules.Add(new LoggerFilterRule(null, framework, LogLevel.Warning, null));
            x.Rules.Add(new LoggerFilterRule(null, $"{framework}.Hosting.Diagnostics", LogLevel.None, null)); // its scope names the path on every line
        });
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
        services.Configure<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>(x =>
        {
            x.Cookie.Name = environment.IsDevelopment() ? "lra-form" : "__Host-lra-form";
            x.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(x =>
        {
            x.Cookie.Name = environment.IsDevelopment() ? "lra-session" : "__Host-lra-session";
            x.Cookie.SameSite = SameSiteMode.Lax;
            x.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            x.ExpireTimeSpan = TimeSpan.FromHours(10);
            x.LoginPath = "/sign-in";
#pragma warning disable RS0030 // a session lasts in real time: moving the demonstration's clock signs nobody out
            x.TimeProvider = TimeProvider.System;
#pragma warning restore RS0030
        });
        services.AddSingleton<Readiness>();
    }
}

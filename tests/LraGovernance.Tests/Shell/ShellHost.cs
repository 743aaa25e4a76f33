using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Tests.Shell;

/// <summary>The shell by itself, with two addresses that misbehave.</summary>
internal sealed class ShellHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ShellHost(WebApplication app) => this.app = app;

    public static async Task<ShellHost> Start(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebShell).Assembly.GetName().Name,
            EnvironmentName = environment,
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock());
        builder.Services.AddWebShell(builder.Environment);
        var app = builder.Build();
        app.UseWebShell();
        app.MapGet("/boom", IResult () => throw new InvalidOperationException("a secret"));
        app.MapGet("/public", (HttpResponse response) => { response.Headers.CacheControl = "public, max-age=60"; });
        await app.StartAsync();
        return new ShellHost(app);
    }

    public HttpClient Client()
    {
        var client = app.GetTestClient();
        client.BaseAddress = new Uri("https://council.example/");
        return client;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2016, 11, 15, 9, 0, 0, TimeSpan.Zero);
    }
}

using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LraGovernance.BrowserTests;

/// <summary>One site and one browser for all tests of a run: playing the demonstration takes seconds.</summary>
[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<Site>, ICollectionFixture<Browser>
{
    public const string Name = "one site";
}

/// <summary>The product on a real port of this machine, in Development, played to the day that the demonstration shows.</summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lra-browser-").FullName;

    public Site() => UseKestrel(0);

    public string MailFolder => Path.Combine(_folder, "mail");

    public Uri At(string path) => new(ClientOptions.BaseAddress, path);

    public async Task InitializeAsync()
    {
        StartServer();
        var readiness = Services.GetRequiredService<Readiness>();
        using var client = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
        while (!readiness.Ready)
        {
            if (readiness.Failure is { } failure)
            {
                throw new InvalidOperationException("The site did not get ready.", failure);
            }

            // The page that says so asks to be asked again; asking is the waiting.
            using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Development");
        builder.UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "site.db")}");
        builder.UseSetting("Mail:PickupFolder", MailFolder);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync(); // says what failed; Dispose() says that something did
}

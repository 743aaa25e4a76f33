using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace LraGovernance.BrowserTests;

/// <summary>The product on a real port of this machine, in Development.</summary>
public sealed class Site : WebApplicationFactory<Program>
{
    public Site()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri At(string path) => new(ClientOptions.BaseAddress, path);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Development");
    }
}

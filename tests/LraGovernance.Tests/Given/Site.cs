using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Tests;

/// <summary>The product behind its front door: production composition, on a database of its own, a standing clock and a mailbox.</summary>
internal sealed class Site : WebApplicationFactory<Program>
{
    /// <summary>What GOV.UK Notify says when it calls.</summary>
    public const string NotifyToken = "a-token-that-was-agreed-upon";

    private readonly Store _store;
    private readonly DateTimeOffset _now;

    private Site(Store store, DateTimeOffset now) => (_store, _now) = (store, now);

    public Mailbox Mails => Services.GetRequiredService<Mailbox>();
    public StandingClock Clock => Services.GetRequiredService<StandingClock>();
    public Store Store => _store;
    public CapturedLog Log { get; } = new();

    /// <summary>Played to the morning of a day, with everything due performed.</summary>
    public static async Task<Site> OpenAsync(DatabaseKind kind, DateOnly playedTo)
    {
        var site = new Site(await PreparedStores.CopyAsync(kind, playedTo), London.At(playedTo, House.Morning));
        await site.WorkAsync();
        return site;
    }

    /// <summary>The same on a real port of this machine, for a real browser.</summary>
    public static async Task<Site> OpenOnAPortAsync(DatabaseKind kind, DateOnly playedTo)
    {
        var site = new Site(await PreparedStores.CopyAsync(kind, playedTo), London.At(playedTo, House.Morning));
        site.UseKestrel(x => x.Listen(System.Net.IPAddress.Loopback, 0, port => port.UseHttps(SelfSigned())));
        site.StartServer();
        await site.WorkAsync();
        return site;
    }

    /// <summary>Where it is served.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Production's cookies want https; the browser is told to take what no authority has signed.</summary>
    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public Task<int> WorkAsync()
    {
        var agenda = Services.GetRequiredService<Agenda>();
        agenda.StopAtFailure = true;
        return agenda.WorkAsync();
    }

    /// <summary>Goes on to the next thing that is due, and does what is due then.</summary>
    public async Task WorkToNextAsync()
    {
        var due = await Services.GetRequiredService<Agenda>().NextAsync() ?? throw new InvalidOperationException("Nothing is due any more.");
        Clock.MoveTo(due.At);
        await WorkAsync();
    }

    public GovernanceDb Db() => _store.Open();

    /// <summary>A browser without scripts: it keeps cookies, follows no redirect by itself, and shows pages.</summary>
    public BrowserWithoutScripts Browser() => new(this);

    /// <summary>Mails that were sent before this site was opened are in nobody's mailbox: a reminder brings a fresh link.</summary>
    public async Task<string> LinkForAsync(string address)
    {
        if (LinkIn(address) is { } link)
        {
            return link;
        }

        while (LinkIn(address) is null && await Services.GetRequiredService<Agenda>().NextAsync() is { } due)
        {
            Clock.MoveTo(due.At);
            await WorkAsync();
        }

        return LinkIn(address) ?? throw new InvalidOperationException($"No link ever goes to {address}.");
    }

    private string? LinkIn(string address) => Mails.To(address).Select(x => x.Text.Split('\n').FirstOrDefault(line => line.StartsWith("https://localhost/decide/", StringComparison.Ordinal)))
        .LastOrDefault(x => x is not null)?["https://localhost".Length..].Trim();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseStaticWebAssets(); // as the build left them; what is published has them beside it
        builder.UseSetting("Database:Kind", _store.Settings.Kind.ToString());
        builder.UseSetting("Database:ConnectionString", _store.Settings.ConnectionString);
        builder.UseSetting("Site:BaseUrl", "https://localhost/");
        builder.UseSetting("Site:MailFrom", "site@council.example");
        builder.UseSetting("Mail:NotifyCallbackToken", NotifyToken);
        builder.UseSetting("Mail:PickupFolder", Directory.CreateTempSubdirectory("lra-mail-").FullName);
        builder.ConfigureLogging(x => x.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            // The bell is rung by the test, and the clock stands.
            services.RemoveAll<Quartz.IScheduler>();
            foreach (var bell in services.Where(x => x.ServiceType == typeof(IHostedService) && x.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true).ToList())
            {
                services.Remove(bell);
            }

            services.RemoveAll<TimeProvider>();
            services.AddSingleton(new StandingClock(_now));
            services.AddSingleton<TimeProvider>(x => x.GetRequiredService<StandingClock>());
            services.RemoveAll<Randomness>();
            services.AddSingleton<Randomness>(new CountedRandomness());
            services.RemoveAll<IMailSender>();
            services.AddSingleton<Mailbox>();
            services.AddSingleton<IMailSender>(x => x.GetRequiredService<Mailbox>());
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _store.DisposeAsync();
    }
}

/// <summary>Chance that differs each time it is asked, as the real one does, and is the same each run.</summary>
internal sealed class CountedRandomness : Randomness
{
    private readonly SeededRandomness _seeded = new("site");
    private int _count;

    public override byte[] Bytes(string purpose, string identity, int count) =>
        _seeded.Bytes(purpose, $"{identity}/{Interlocked.Increment(ref _count)}", count);
}

/// <summary>Everything that the site logged, to look for what must not be there.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

/// <summary>A page as it came.</summary>
internal sealed record Shown(int Status, Uri? Location, IHtmlDocument Page, HttpResponseMessage Response)
{
    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";
    public string Text => System.Text.RegularExpressions.Regex.Replace(Page.QuerySelector("main")?.TextContent ?? Page.Body?.TextContent ?? "", @"\s+", " ").Trim();
    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".govuk-error-summary__list a").Select(x => x.TextContent.Trim())];
}

internal sealed class BrowserWithoutScripts(Site site) : IDisposable
{
    private readonly HttpClient _client = site.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://localhost/"),
    });

    /// <summary>Opens an address, and follows where it leads.</summary>
    public async Task<Shown> OpenAsync(string path)
    {
        var shown = await GetAsync(path);
        for (var hops = 0; shown.Location is { } next && hops < 5; hops++)
        {
            shown = await GetAsync(next.ToString());
        }

        return shown;
    }

    public async Task<Shown> GetAsync(string path) => await ShowAsync(await _client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute)));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public async Task<Shown> ShowAsync(HttpRequestMessage request) => await ShowAsync(await _client.SendAsync(request));

    /// <summary>Fills a form of the page in and presses its button, and follows where that leads.</summary>
    public async Task<Shown> SubmitAsync(Shown from, IReadOnlyDictionary<string, string>? fields = null, string? button = null)
    {
        var shown = await PostAsync(from, fields, button);
        return shown.Location is { } next ? await OpenAsync(next.ToString()) : shown;
    }

    public async Task<Shown> PostAsync(Shown from, IReadOnlyDictionary<string, string>? fields = null, string? button = null)
    {
        var form = FormOf(from.Page, button);
        var values = form.Elements.OfType<IHtmlInputElement>().Where(x => x.Type is "hidden" or "text" || x.IsChecked).Where(x => !string.IsNullOrEmpty(x.Name))
            .Select(x => KeyValuePair.Create(x.Name!, x.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Where(x => !string.IsNullOrEmpty(x.Name)).Select(x => KeyValuePair.Create(x.Name!, x.Value)))
            .Where(x => fields?.ContainsKey(x.Key) != true).Concat(fields ?? new Dictionary<string, string>()).ToList();
        var pressed = form.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(x => button is null || x.TextContent.Trim() == button);
        if (!string.IsNullOrEmpty(pressed?.Name))
        {
            values.Add(KeyValuePair.Create(pressed.Name, pressed.Value));
        }

        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var target = string.IsNullOrEmpty(action) ? from.Response.RequestMessage!.RequestUri! : new Uri(from.Response.RequestMessage!.RequestUri!, action);
        using var content = new FormUrlEncodedContent(values);
        return await ShowAsync(await _client.PostAsync(target, content));
    }

    public void Dispose() => _client.Dispose();

    private static IHtmlFormElement FormOf(IHtmlDocument page, string? button) => page.QuerySelectorAll("main form").OfType<IHtmlFormElement>()
        .FirstOrDefault(x => button is null || x.QuerySelectorAll("button").Any(b => b.TextContent.Trim() == button))
        ?? throw new InvalidOperationException($"The page has no form{(button is null ? "" : $" with the button '{button}'")}: {page.Body?.TextContent}");

    private static async Task<Shown> ShowAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(x => x.Content(html));
        return new((int)response.StatusCode, response.Headers.Location, document, response);
    }
}

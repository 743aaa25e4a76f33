using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LraGovernance.Tests.Notifications;

/// <summary>What GOV.UK Notify does with a mail, by its documentation.</summary>
internal enum NotifyAnswer { Accepts, AcceptsAndFails, IsBusy, DoubtsTheClock, Refuses }

/// <summary>A GOV.UK Notify that answers as its documentation says: it checks the token, takes a reference more than once, and fails when told to.</summary>
internal sealed class NotifyStub : IAsyncDisposable
{
    public const string ApiKey = "test-11111111-2222-3333-4444-555555555555-66666666-7777-8888-9999-000000000000";
    private const string Secret = "66666666-7777-8888-9999-000000000000";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonNode> _taken = new();

    private NotifyStub(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every mail that it has, as often as it has it.</summary>
    public IReadOnlyList<JsonNode> Taken => [.. _taken];

    /// <summary>What it does with the mail of this reference.</summary>
    public Func<string, NotifyAnswer> Answers { get; set; } = _ => NotifyAnswer.Accepts;

    public static async Task<NotifyStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var stub = new NotifyStub(app);
        app.MapPost("/v2/notifications/email", (Delegate)stub.TakeAsync);
        app.MapGet("/v2/notifications", (Delegate)stub.Find);
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        if (!IsSigned(http.Request.Headers.Authorization.ToString()))
        {
            return Failure(403, "AuthError", "Invalid token: API key not found");
        }

        var mail = (await JsonNode.ParseAsync(http.Request.Body))!;
        var answer = Answers((string)mail["reference"]!);
        switch (answer)
        {
            case NotifyAnswer.Refuses:
                return Failure(400, "BadRequestError", "Can't send to this recipient using a team-only API key");
            case NotifyAnswer.DoubtsTheClock:
                return Failure(403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds");
            case NotifyAnswer.IsBusy:
                return Failure(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds");
        }

        _taken.Enqueue(mail);
        return answer == NotifyAnswer.AcceptsAndFails
            ? Failure(500, "Exception", "Internal server error")
            : Results.Json(new { id = mail["reference"]!.ToString(), reference = (string?)mail["reference"], uri = "", template = new { id = "t", version = 1, uri = "" }, content = new { subject = "", body = "", from_email = "" } }, statusCode: 201);
    }

    private IResult Find(HttpContext http) => !IsSigned(http.Request.Headers.Authorization.ToString())
        ? Failure(403, "AuthError", "Invalid token: API key not found")
        : Results.Json(new
        {
            notifications = _taken.Where(x => (string?)x["reference"] == http.Request.Query["reference"]).Select(x => new { id = "n", reference = (string?)x["reference"], status = "sending" }),
            links = new { current = "" },
        });

    private static IResult Failure(int status, string error, string message) =>
        Results.Json(new { status_code = status, errors = (object[])[new { error, message }] }, statusCode: status);

    /// <summary>A JSON web token of our service, signed with the key's secret, not older than 30 seconds.</summary>
    private static bool IsSigned(string authorization)
    {
        if (authorization.Split(' ', '.') is not ["Bearer", var head, var body, var signature])
        {
            return false;
        }

        var claims = JsonDocument.Parse(FromBase64Url(body)).RootElement;
#pragma warning disable RS0030 // the client signs with the machine's time
        var age = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - claims.GetProperty("iat").GetDouble();
#pragma warning restore RS0030
        return claims.GetProperty("iss").GetString() == "11111111-2222-3333-4444-555555555555" && Math.Abs(age) <= 30
            && HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{head}.{body}")).SequenceEqual(FromBase64Url(signature));
    }

    private static byte[] FromBase64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}

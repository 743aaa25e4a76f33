using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Serving;

/// <summary>What GOV.UK Notify calls once a mail has been delivered or given up; it says so with the token that was agreed, and may say it again.</summary>
internal static class NotifyCallback
{
    public const string Path = "/notify/delivery";
    private const long LargestBody = 64 * 1024;

    public static void MapNotifyCallback(this WebApplication app, MailSettings settings)
    {
        if (settings.NotifyCallbackToken is { Length: > 0 } token)
        {
            app.MapPost(Path, (HttpContext http, Delivery delivery, Commands commands, Randomness randomness) => NoteAsync(http, delivery, token, commands, randomness))
                .WithMetadata(new RequestSizeLimitAttribute(LargestBody)).RequireRateLimiting(Limits.Links).DisableAntiforgery();
        }
    }

    private static async Task<IResult> NoteAsync(HttpContext http, Delivery delivery, string token, Commands commands, Randomness randomness)
    {
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes($"Bearer {token}")))
        {
            return Results.Unauthorized();
        }

        var system = Actor.System("notify");
        if (!Guid.TryParse(delivery.Reference, out var mail) || await commands.SendAsync(new FindMail(mail), system, http.RequestAborted) is not { } service)
        {
            return Results.NoContent(); // not one of ours: said again it would be no more
        }

        var failure = delivery.Status is { } status && status.EndsWith("-failure", StringComparison.Ordinal) ? $"GOV.UK Notify: {status}" : null;
        if (failure is not null || delivery.Status == "delivered")
        {
            await commands.SendAsync(new NoteDelivery(randomness.Id("note-delivery", ""), service, mail, failure), system, CancellationToken.None);
        }

        return Results.NoContent();
    }

    internal sealed record Delivery([property: JsonPropertyName("reference")] string? Reference, [property: JsonPropertyName("status")] string? Status);
}

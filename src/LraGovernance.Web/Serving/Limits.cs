using System.Threading.RateLimiting;

namespace LraGovernance.Web.Serving;

/// <summary>Fixed windows of a minute for each address, over what can be guessed at.</summary>
internal static class Limits
{
    public const string Links = "links";
    public const string SignIns = "sign-ins";

    public static void AddLimits(this IServiceCollection services, LimitSettings settings)
    {
        services.AddSingleton(new UnknownLinks(settings.UnknownLinksPerMinute));
        services.AddRateLimiter(x =>
        {
            x.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            x.AddPolicy(Links, context => Window(context, settings.LinksPerMinute));
            x.AddPolicy(SignIns, context => HttpMethods.IsPost(context.Request.Method)
                ? Window(context, settings.SignInsPerMinute)
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    internal static RateLimitPartition<string> Window(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}

/// <summary>Counts links that turned out not to be ours; who holds a good one is never held up by it.</summary>
internal sealed class UnknownLinks(int permits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(x => Limits.Window(x, permits));

    public bool TooMany(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return !lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}

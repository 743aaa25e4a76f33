using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LraGovernance.Web.Serving;

/// <summary>
/// A file that is larger than this leads back to the form, which says so: asked before the body is read, since the antiforgery
/// token in it cannot be read without keeping all of it. What comes is thrown away as it comes, because a browser whose
/// sending is cut off shows an error of its own and not our page.
/// </summary>
/// <param name="bytes">The most that a request may bring.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestFileAttribute(long bytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>In the query of the address that is led back to.</summary>
    public const string TooLarge = "tooLarge";

    private const long MostThrownAway = 500_000_000;

    /// <summary>Before antiforgery and before the limit of the request itself.</summary>
    public int Order => 500;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var (http, request) = (context.HttpContext, context.HttpContext.Request);
        var isKnown = http.User.Identity?.IsAuthenticated == true;
        if (request.ContentLength <= bytes || !HttpMethods.IsPost(request.Method) || (request.ContentLength is null && !isKnown))
        {
            return;
        }

        if (isKnown && (request.ContentLength ?? 0) <= MostThrownAway)
        {
            Unlimit(http);
            if (request.ContentLength is null && await HeldAsync(http))
            {
                return;
            }

            await ThrowAwayAsync(http);
        }

        context.Result = new RedirectResult($"{request.PathBase}{request.Path}?{TooLarge}=true");
    }

    private static void Unlimit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }

    /// <summary>A body whose length is not said is held while it comes, up to the most that it may be.</summary>
    /// <returns>Whether all of it is held, for the page to read; otherwise there is more to come.</returns>
    private async Task<bool> HeldAsync(HttpContext http)
    {
        var held = new MemoryStream();
        http.Response.RegisterForDispose(held);
        for (var ended = false; !ended;)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            var fits = held.Length + read.Buffer.Length <= bytes;
            foreach (var part in fits ? read.Buffer : default)
            {
                held.Write(part.Span);
            }

            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            ended = read.IsCompleted || read.IsCanceled;
            if (!fits)
            {
                return false;
            }
        }

        held.Position = 0;
        http.Request.Body = held;
        return true;
    }

    private static async Task ThrowAwayAsync(HttpContext http)
    {
        var thrownAway = 0L;
        for (var ended = false; !ended && thrownAway <= MostThrownAway;)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            thrownAway += read.Buffer.Length;
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            ended = read.IsCompleted || read.IsCanceled;
        }
    }
}

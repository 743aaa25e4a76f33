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
        if (request.ContentLength is not { } length || length <= bytes)
        {
            return; // a length that is not said is held to the limit while it is read
        }

        if (length <= MostThrownAway && http.User.Identity?.IsAuthenticated == true)
        {
            await ThrowAwayAsync(http);
        }

        context.Result = new RedirectResult($"{request.PathBase}{request.Path}?{TooLarge}=true");
    }

    private static async Task ThrowAwayAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        for (var ended = false; !ended;)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            ended = read.IsCompleted || read.IsCanceled;
        }
    }
}

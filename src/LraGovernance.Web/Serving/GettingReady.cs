using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Serving;

/// <summary>
/// While the first start creates the database and plays the cycle, every address answers with the page that says how far it
/// has come. That page asks for nobody and for no database.
/// </summary>
internal sealed class GettingReady(RequestDelegate next, Readiness readiness, EndpointDataSource endpoints)
{
    public const string PageName = "/GettingReady";

    public Task InvokeAsync(HttpContext context)
    {
        // Style sheets and scripts are needed for that page; they are endpoints, but no pages.
        if (readiness.Ready || context.GetEndpoint() is { } found && found.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            return next(context);
        }

        var page = endpoints.Endpoints.OfType<RouteEndpoint>()
            .First(x => x.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == PageName);
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        context.SetEndpoint(page);
        context.Request.RouteValues = new RouteValueDictionary { ["page"] = PageName };
        return page.RequestDelegate!(context);
    }
}

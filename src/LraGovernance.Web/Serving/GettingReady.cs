using System.Net;

namespace LraGovernance.Web.Serving;

/// <summary>While the first start creates the database and plays the cycle, every page says how far that has come.</summary>
internal sealed class GettingReady(RequestDelegate next, Readiness readiness)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (readiness.Ready || context.Request.Path.StartsWithSegments("/dist", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        context.Response.Headers["Refresh"] = "1";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($$"""
            <!DOCTYPE html>
            <html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Getting ready</title><link rel="stylesheet" href="/dist/app.css"></head>
            <body class="govuk-template__body"><div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
            <h1 class="govuk-heading-l">Getting ready</h1>
            <p class="govuk-body" role="status">{{WebUtility.HtmlEncode(readiness.Progress)}}</p>
            <p class="govuk-body">This page goes on by itself. <a class="govuk-link" href="">Try now</a></p>
            </main></div></body></html>
            """);
    }
}

using LraGovernance.Pipeline;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages;

/// <summary>Runs again in place of the page that failed, whatever its method, so it asks for neither sign-in nor antiforgery token.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
[Anyone("whatever went wrong, the page that says so is open")]
internal sealed class ErrorModel(IHostEnvironment environment) : PageModel
{
    public string Heading { get; private set; } = "";

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public string? TraceId { get; private set; }

    public string? Fault { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var status = context?.RouteData.Values["status"] is string text && int.TryParse(text, out var number) ? number : 500;
        if (status is < 400 or > 599) status = 404;
        (Heading, Lines) = Wording(status);
        if (status >= 500) TraceId = ErrorPages.TraceId(HttpContext);
        if (environment.IsDevelopment()) Fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error.ToString();
        Response.StatusCode = status;
    }

    private static (string Heading, string[] Lines) Wording(int status) => status switch
    {
        400 => ("There is a problem with what was sent",
            ["The page you came from may have been open for too long, or your browser may not accept cookies.",
             "Nothing has been changed. Go back, reload the page and try again."]),
        401 or 403 => ("You cannot see this page",
            ["Your account does not have permission to see it.",
             "If you think it should, ask the person who looks after accounts in your council."]),
        404 => ("Page not found",
            ["If you typed the web address, check it is correct.",
             "If you pasted the web address, check you copied the entire address.",
             "If you followed a link in an email, it may have been broken over two lines: copy all of it into the address bar."]),
        429 => ("Too many requests",
            ["We have had many requests from your network in a short time.",
             "Nothing has been changed. Wait a minute and try again."]),
        503 => ("Sorry, the service is unavailable",
            ["You will be able to use the service later.", "Nothing you have already submitted is lost."]),
        _ when status < 500 => ("Sorry, we cannot do that", ["Nothing has been changed. Go back and try again."]),
        _ => ("Sorry, there is a problem with the service",
            ["Try again later.", "Anything you had already submitted is kept. What you were just doing has not been recorded."]),
    };
}

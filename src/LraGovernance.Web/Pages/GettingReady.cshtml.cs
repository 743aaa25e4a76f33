using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LraGovernance.Web.Pages;

/// <summary>Stands in for every page until the site is ready, whatever the method, so it asks for neither sign-in nor token.</summary>
[IgnoreAntiforgeryToken]
[Anyone("nobody can sign in yet")]
internal sealed class GettingReadyModel(Readiness readiness, IHostEnvironment environment) : PageModel
{
    public string Progress => readiness.Progress;

    public bool HasFailed => readiness.Failure is not null;

    public string Reason => readiness.Failure?.GetBaseException().Message ?? "";

    public string? Fault { get; private set; }


    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (readiness.Ready)
        {
            context.Result = Redirect("/");
            return;
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (HasFailed)
        {
            Fault = environment.IsDevelopment() ? readiness.Failure!.ToString() : null;
            return;
        }

        Response.Headers.RetryAfter = "1";
        Response.Headers["Refresh"] = "1";
    }
}

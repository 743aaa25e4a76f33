using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace LraGovernance.Web.Pages.People;

/// <summary>Where a sign-in link arrives: it uses nothing up, and leads to an address without the token.</summary>
[Anyone("nobody is signed in yet")]
[EnableRateLimiting(Limits.Links)]
internal sealed class SignInLinkModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    public IActionResult OnGet()
    {
        // Not a parameter: what is bound can be logged.
        SignInCookies.KeepToken(Response, RouteData.Values["token"] as string);
        Response.Headers.Location = "/sign-in/confirm";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

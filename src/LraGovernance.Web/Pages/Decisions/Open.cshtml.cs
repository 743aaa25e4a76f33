using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>Where a link in a mail arrives: programs fetch it too, so it changes nothing, and leads to an address without the token.</summary>
[Anyone("a link is opened before anybody is known")]
[EnableRateLimiting(Limits.Links)]
internal sealed class OpenModel(Commands commands, Visitor visitor, UnknownLinks unknown) : GovernancePage(commands, visitor)
{
    public async Task<IActionResult> OnGetAsync()
    {
        // Not a parameter: what is bound can be logged.
        var token = RouteData.Values["token"] as string ?? "";
        if (await SendAsync(new OpenLink(token), Actor.Anonymous) is not { } link)
        {
            return unknown.TooMany(HttpContext) ? StatusCode(StatusCodes.Status429TooManyRequests) : DecisionPage.NotKnown(this);
        }

        Response.SetHostCookie(DecisionPage.CookieOf(link.InvitationId), token);
        Response.Headers.Location = $"/decision/{link.InvitationId}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

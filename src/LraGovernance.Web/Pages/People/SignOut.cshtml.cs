using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.People;

[Anyone("a session that has ended meanwhile can be signed out of all the same")]
internal sealed class SignOutModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    /// <summary>Somebody typed the address: nothing happens by looking.</summary>
    public IActionResult OnGet() => Home();

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Response.DropOpenedLinks();
        this.Announce("You have signed out");
        return Home();
    }

    private StatusCodeResult Home()
    {
        Response.Headers.Location = "/";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

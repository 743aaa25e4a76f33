using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace LraGovernance.Web.Pages.People;

/// <summary>Asks for an email address and always answers the same, whether it is one of ours or not.</summary>
[Anyone("nobody is signed in yet")]
[EnableRateLimiting(Limits.SignIns)]
internal sealed class SignInModel(Commands commands, Visitor visitor, Randomness randomness) : GovernancePage(commands, visitor)
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public void OnGet() => Form.CommandId = randomness.Id("form", "");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await TrySendAsync(new RequestSignInLink(Form.CommandId, Form.Email ?? ""), Actor.Anonymous) is null)
        {
            return Page();
        }

        SignInCookies.KeepReturn(Response, Url.IsLocalUrl(ReturnTo) ? ReturnTo : null);
        Response.Headers.Location = "/sign-in/sent";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

internal sealed class SignInForm
{
    public Guid CommandId { get; set; }

    public string? Email { get; set; }
}

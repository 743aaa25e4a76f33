using System.Security.Claims;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SignInResult = LraGovernance.People.SignInResult;

namespace LraGovernance.Web.Pages.People;

/// <summary>The person types their address again: a program that opens every link of a mail is not signed in.</summary>
[Anyone("nobody is signed in yet")]
[EnableRateLimiting(Limits.SignIns)]
internal sealed class SignInConfirmModel(Commands commands, Visitor visitor, Randomness randomness) : GovernancePage(commands, visitor)
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>The link was never ours, was used, or is too old.</summary>
    public bool LinkNotGood { get; private set; }

    public void OnGet()
    {
        Form.CommandId = randomness.Id("form", "");
        LinkNotGood = SignInCookies.TokenOf(Request) is null;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var token = SignInCookies.TokenOf(Request);
        switch (token is null ? new SignInResult.LinkNotGood() : await TrySendAsync(new SignIn(Form.CommandId, token, Form.Email ?? ""), Actor.Anonymous))
        {
            case null:
                return Page();
            case SignInResult.SignedIn person:
                return await WelcomeAsync(person);
            case SignInResult.OtherAddress:
                Form.CommandId = randomness.Id("form", ""); // this one has had its answer
                ModelState.AddModelError("Form.Email", "Enter the email address that the link was sent to");
                return Page();
            default:
                if (User.Identity?.IsAuthenticated == true)
                {
                    return Redirect("/waiting"); // a second click: the first one has signed the person in
                }

                SignInCookies.KeepToken(Response, null);
                LinkNotGood = true;
                return Page();
        }
    }

    private async Task<IActionResult> WelcomeAsync(SignInResult.SignedIn signedIn)
    {
        var person = await SendAsync(new IdentifyPerson(signedIn.PersonId), Actor.Anonymous)
            ?? throw new InvalidOperationException("Somebody signed in whom nobody knows.");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(ClaimTypes.Name, person.Name)], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        var path = SignInCookies.ReturnOf(Request);
        SignInCookies.Drop(Response);
        Response.Headers.Location = Url.IsLocalUrl(path) ? path : "/waiting";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

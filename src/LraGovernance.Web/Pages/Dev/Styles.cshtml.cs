using LraGovernance.Pipeline;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LraGovernance.Web.Pages.Dev;

[Anyone("Development only: nothing but components")]
internal sealed class StylesModel : PageModel
{
    [BindProperty]
    public StylesForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Indicators { get; } =
        [new("Visits to libraries", "LRA06"), new("Books issued", "LRA12"), new("Customer satisfaction with registration", "LRA02")];

    /// <summary>?errors=true shows every field with something wrong.</summary>
    public void OnGet(bool errors)
    {
        if (errors) AddErrors();
    }

    public void OnGetSignedIn()
    {
        var claims = new ClaimsIdentity([new Claim(ClaimTypes.Name, "Councillor Rosalind Featherstonehaugh")], "Styles");
        HttpContext.User = new ClaimsPrincipal(claims);
    }

    public IActionResult OnGetAnnounce()
    {
        this.Announce("The variation has been agreed");
        return RedirectToPage(new { handler = "" });
    }

    public IActionResult OnPost()
    {
        if (string.IsNullOrWhiteSpace(Form.Reason)) ModelState.AddModelError("Form.Reason", "Enter your reason");
        if (Form.Decision is null) ModelState.AddModelError("Form.Decision", "Select what you decide");
        if (!ModelState.IsValid) return Page();
        this.Announce("Your answers were read and thrown away");
        return RedirectToPage();
    }

    private void AddErrors()
    {
        ModelState.AddModelError("Form.Name", "Enter your name");
        ModelState.AddModelError("Form.Amount", "Amount must be a number");
        ModelState.AddModelError("Form.Reason", "Enter your reason");
        ModelState.AddModelError("Form.Decision", "Select what you decide");
        ModelState.AddModelError("Form.Tests", "Select at least one");
        ModelState.AddModelError("Form.Starts", "Start must include a year");
        ModelState.AddModelError("Form.Indicator", "Select an indicator");
        ModelState.AddModelError("", "The specification changed while you were writing");
    }
}

internal sealed class StylesForm
{
    public string? Name { get; set; }

    public decimal? Amount { get; set; } = 14_211_000m;

    public string? Reason { get; set; }

    public string? Decision { get; set; }

    public string[] Tests { get; set; } = [];

    [Display(Name = "Start")]
    public DateOnly? Starts { get; set; }

    public string? Indicator { get; set; }
}

using System.ComponentModel.DataAnnotations;
using LraGovernance.Pipeline;
using LraGovernance.Register;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Register;

/// <summary>The clerk or the commissioner changes who may read something.</summary>
[Roles("committee-clerk", "commissioner")]
internal sealed class ClassifyModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public ClassifyForm Form { get; set; } = new();

    public string Kind { get; private set; } = "";

    public void OnGet(string kind) => (Kind, Form.CommandId) = (kind, randomness.Id("form", ""));

    public async Task<IActionResult> OnPostAsync(string kind, string key)
    {
        Kind = kind;
        if (await ReadServiceAsync() is not { } service)
        {
            return NotFound();
        }

        switch (await TrySendAsync(new Reclassify(Form.CommandId, service.Key, kind, key, Form.To, Form.ExemptParagraph, Form.Reason)))
        {
            case ReclassifyResult.Saved saved:
                this.Announce($"Saved: {saved.Now.ToString().ToLowerInvariant()}");
                return Redirect("/publications");
            case ReclassifyResult.NotFound:
                return NotFound();
            default:
                return Page();
        }
    }
}

internal sealed class ClassifyForm : CommandForm
{
    public Classification? To { get; set; }

    [Display(Name = "The paragraph")]
    public int? ExemptParagraph { get; set; }

    public string? Reason { get; set; }
}

using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

[Anyone("whoever is asked comes by a link; the page itself finds out who may see it")]
internal sealed class InterestModel(Commands commands, Visitor visitor, Randomness randomness) : DecisionPage(commands, visitor)
{
    [BindProperty]
    public InterestForm Form { get; set; } = new();

    public IActionResult OnGet()
    {
        Form.CommandId = randomness.Id("form", "");
        return Decision.Standing == Standing.Open ? Page() : Closed();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var command = new DeclareInterest(Form.CommandId, Decision.Service, Decision.InvitationId, Form.Nature ?? "", Form.NameTyped ?? "");
        switch (await TrySendAsync(command, Asked))
        {
            case null:
                return Page();
            case DeclareInterestResult.Declared:
                this.Announce("Your interest has been declared");
                return SeeOther(Address);
            case DeclareInterestResult.Refused:
                return await RefusedAsync();
            default:
                return NotKnown(this);
        }
    }
}

internal sealed class InterestForm
{
    public Guid CommandId { get; set; }

    public string? Nature { get; set; }

    public string? NameTyped { get; set; }
}

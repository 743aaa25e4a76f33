using LraGovernance.Pipeline;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>Somebody moves an open variation up to change management by hand; nothing moves one down (clause 20.3).</summary>
[Roles("commissioner", "head-of-service", "cabinet-member-community-services")]
internal sealed class MoveUpModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public MoveUpForm Form { get; set; } = new();

    public VariationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        Form.CommandId = randomness.Id("form", "");
        return await FindAsync(number) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string number)
    {
        if (!await FindAsync(number))
        {
            return NotFound();
        }

        switch (await TrySendAsync(new MoveUp(Form.CommandId, Service!.Key, number, Form.Reason ?? "")))
        {
            case MoveUpResult.Submitted:
                this.Announce($"Moved up: {number}");
                return Redirect($"/variations/{number}");
            case MoveUpResult.Closed:
                return Redirect($"/variations/{number}/move-up"); // which says why it cannot be
            case MoveUpResult.NotFound:
                return NotFound();
            default:
                return Page();
        }
    }

    private async Task<bool> FindAsync(string number)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadVariation(service.Key, number)) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}

internal sealed class MoveUpForm : CommandForm
{
    public string? Reason { get; set; }
}

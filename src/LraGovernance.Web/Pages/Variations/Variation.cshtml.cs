using LraGovernance.Pipeline;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>One variation with its story.</summary>
[KnownPerson]
internal sealed class VariationModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public VariationView View { get; private set; } = null!;

    public bool MayMoveUp { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadVariation(service.Key, number)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        MayMoveUp = view.CanMoveUp && new RolesAttribute("commissioner", "head-of-service", "cabinet-member-community-services").Allows(await ActorAsync(), service.Key);
        return Page();
    }
}

using LraGovernance.Pipeline;
using LraGovernance.Register;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Register;

/// <summary>One decision as everybody may read it.</summary>
[Anyone("decisions are on a public register")]
internal sealed class DecisionModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public RegisterEntry Entry { get; private set; } = null!;

    public bool MayClassify { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadRegisterEntry(service.Key, id)) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        MayClassify = new RolesAttribute("committee-clerk", "commissioner").Allows(await ActorAsync(), service.Key);
        return Page();
    }
}

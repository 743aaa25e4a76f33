using LraGovernance.Changes;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Changes;

/// <summary>One change with its story.</summary>
[KnownPerson]
internal sealed class ChangeModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ChangeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadChange(service.Key, number)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

using LraGovernance.Pipeline;
using LraGovernance.Thread;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Thread;

/// <summary>One end of the thread, both ways.</summary>
[KnownPerson]
internal sealed class EndModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ThreadEndView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, string key)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadThreadEnd(service.Key, kind, key)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

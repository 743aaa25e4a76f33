using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>One exception with its story.</summary>
[KnownPerson]
internal sealed class ExceptionModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ExceptionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadException(service.Key, number)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}

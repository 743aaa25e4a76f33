using LraGovernance.Equality;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Equality;

/// <summary>The equality impact assessment of a case.</summary>
[KnownPerson]
internal sealed class ReadModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public EqualityAssessment Assessment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadEquality(service.Key, number)) is not { } one)
        {
            return NotFound();
        }

        Assessment = one;
        return Page();
    }
}

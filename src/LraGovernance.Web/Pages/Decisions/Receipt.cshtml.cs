using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>What is recorded as this person's answer, for as long as they care to look it up.</summary>
[Anyone("whoever is asked comes by a link; the page itself finds out who may see it")]
internal sealed class ReceiptModel(Commands commands, Visitor visitor) : DecisionPage(commands, visitor)
{
    public IActionResult OnGet() => Decision.Answer is null ? SeeOther(Address) : Page();
}

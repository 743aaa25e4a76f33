using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>The whole of what is asked about, exactly as it was submitted.</summary>
[Anyone("whoever is asked comes by a link; the page itself finds out who may see it")]
internal sealed class DocumentModel(Commands commands, Visitor visitor) : DecisionPage(commands, visitor)
{
    public RevisionView? Paper { get; private set; }

    public CasePaperView? Case { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Decision.Standing == Standing.RoleEnded)
        {
            return SeeOther(Address);
        }

        Paper = await SendAsync(new ReadRevision(Decision.DocumentHash, null), Asked);
        Case = Paper is null ? await SendAsync(new ReadCasePaper(Decision.DocumentHash), Asked) : null;
        return Paper is null && Case is null ? SeeOther(Address) : Page();
    }
}

using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>Somebody with an old link is sent the one that is good now, to the address that is held.</summary>
[Anyone("whoever is asked comes by a link; the page itself finds out who may see it")]
internal sealed class NewLinkModel(Commands commands, Visitor visitor) : DecisionPage(commands, visitor)
{
    public bool Sent { get; private set; }

    public void OnGet(bool sent) => Sent = sent;

    public async Task<IActionResult> OnPostAsync(Guid commandId) =>
        SeeOther(await TrySendAsync(new SendNewLink(commandId, Decision.Service, Decision.InvitationId), Asked) is SendNewLinkResult.Sent
            ? $"{Address}/new-link?sent=true" : $"{Address}/new-link");
}

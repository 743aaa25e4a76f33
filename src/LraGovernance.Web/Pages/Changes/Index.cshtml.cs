using LraGovernance.Changes;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Changes;

/// <summary>Every change that is not minor, and the process that both sides agreed beforehand.</summary>
[KnownPerson]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ChangesView? View { get; private set; }

    public async Task OnGetAsync() => View = await ReadServiceAsync() is { } service ? await SendAsync(new ReadChanges(service.Key)) : null;
}

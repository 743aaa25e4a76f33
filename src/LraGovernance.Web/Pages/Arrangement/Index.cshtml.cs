using LraGovernance.Arrangement;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Arrangement;

/// <summary>The commissioned service, and who answers for what on both sides of the table.</summary>
[Anyone("who answers for a public service is public, by role")]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ArrangementView? View { get; private set; }

    public async Task OnGetAsync() => View = await ReadServiceAsync() is { } service ? await SendAsync(new ReadArrangement(service.Key)) : null;
}

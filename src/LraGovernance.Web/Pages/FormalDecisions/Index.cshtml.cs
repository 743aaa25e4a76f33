using LraGovernance.FormalDecisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.FormalDecisions;

/// <summary>Formal decisions as everybody may read them.</summary>
[Anyone("formal decisions are published with their reasons, what was rejected and interests declared")]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public IReadOnlyList<FormalDecision> Decisions { get; private set; } = [];

    public async Task OnGetAsync() => Decisions = await ReadServiceAsync() is { } service ? await SendAsync(new ReadFormalDecisions(service.Key)) : [];
}

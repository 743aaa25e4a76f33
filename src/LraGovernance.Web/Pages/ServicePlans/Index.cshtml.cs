using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>The plans of all years.</summary>
[Anyone("the plan in force is public (design section 8)")]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await ReadServiceAsync() is { } service ? await SendAsync(new ReadServicePlans(service.Key)) : [];
}

using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Running;

[Roles("administrator", "commissioner", "auditor")]
internal sealed class IncidentsModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];

    public bool MayRetry { get; private set; }

    public async Task OnGetAsync()
    {
        Incidents = await SendAsync(new ReadIncidents());
        MayRetry = new RolesAttribute("administrator", "commissioner").Allows(await ActorAsync(), service: null);
    }
}

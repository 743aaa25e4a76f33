using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Running;

[Roles("administrator", "commissioner")]
internal sealed class RetryModel(Commands commands, Visitor visitor, Randomness randomness) : GovernancePage(commands, visitor)
{
    [BindProperty]
    public RetryForm Form { get; set; } = new();

    /// <summary>Null when it has been retried, or never was.</summary>
    public IncidentLine? Incident { get; private set; }

    public async Task OnGetAsync(Guid id)
    {
        Incident = await FindAsync(id);
        Form = new() { CommandId = randomness.Id("form", ""), Service = Incident?.Service ?? "", Instance = Incident?.InstanceId ?? default };
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        switch (await TrySendAsync(new RetryIncident(Form.CommandId, Form.Service, id)))
        {
            case RetryIncidentResult.Retried:
                var again = (await SendAsync(new ReadIncidents())).Any(x => x.InstanceId == Form.Instance);
                this.Announce(again ? "The step was tried again, and failed again" : "The step was tried again, and the process goes on");
                return Redirect($"/processes/{Form.Instance}");
            case RetryIncidentResult.NotFound:
                return NotFound();
            default:
                Incident = await FindAsync(id);
                return Page();
        }
    }

    private async Task<IncidentLine?> FindAsync(Guid id) => (await SendAsync(new ReadIncidents())).FirstOrDefault(x => x.Id == id);
}

internal sealed class RetryForm
{
    public Guid CommandId { get; set; }

    public string Service { get; set; } = "";

    public Guid Instance { get; set; }
}

using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Running;

[KnownPerson]
internal sealed class ProcessesModel(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    public IReadOnlyList<ProcessLine> Open { get; private set; } = [];

    public IReadOnlyList<ProcessLine> Over { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = (await SendAsync(new ReadProcesses())).ToLookup(x => x.FinishedAt is null);
        (Open, Over) = ([.. all[true]], [.. all[false]]);
    }
}

using LraGovernance.Pipeline;
using LraGovernance.Register;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Pages.Register;

/// <summary>The public register of the Board's decisions.</summary>
[Anyone("decisions are on a public register")]
internal sealed class IndexModel(Commands commands, Visitor visitor, TimeProvider clock) : ServicePage(commands, visitor)
{
    public RegisterView? Register { get; private set; }

    public DateOnly Today => clock.LondonToday();

    public async Task OnGetAsync() => Register = await ReadServiceAsync() is { } service ? await SendAsync(new ReadRegister(service.Key)) : null;
}

using LraGovernance.Pipeline;
using LraGovernance.Register;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Pages.Register;

/// <summary>What is public, what is held, and what is exempt and why.</summary>
[Anyone("the list of what is public")]
internal sealed class PublicationsModel(Commands commands, Visitor visitor, TimeProvider clock) : ServicePage(commands, visitor)
{
    public PublicationsView? View { get; private set; }

    public DateOnly Today => clock.LondonToday();

    public async Task OnGetAsync() => View = await ReadServiceAsync() is { } service ? await SendAsync(new ReadPublications(service.Key)) : null;
}

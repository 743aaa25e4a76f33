using LraGovernance.Pipeline;
using LraGovernance.Thread;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Thread;

/// <summary>The whole thread, with its loose ends first.</summary>
[KnownPerson]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public ThreadView? Thread { get; private set; }

    public async Task OnGetAsync() => Thread = await ReadServiceAsync() is { } service ? await SendAsync(new ReadThread(service.Key)) : null;
}

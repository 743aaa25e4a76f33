using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>A public page of the service that is commissioned here.</summary>
internal abstract class ServicePage(Commands commands, Visitor visitor) : GovernancePage(commands, visitor)
{
    /// <summary>Null until a pack has been loaded.</summary>
    public ServiceLine? Service { get; private set; }

    protected async Task<ServiceLine?> ReadServiceAsync() => Service ??= await SendAsync(new ReadServices()) is [var first, ..] ? first : null;
}

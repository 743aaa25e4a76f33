using LraGovernance.Pipeline;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>Every variation: where it stands, open ones first.</summary>
[KnownPerson]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public IReadOnlyList<VariationLine> Lines { get; private set; } = [];

    public bool MayRaise { get; private set; }

    public async Task OnGetAsync()
    {
        if (await ReadServiceAsync() is { } service)
        {
            Lines = await SendAsync(new ReadVariations(service.Key));
            MayRaise = new RolesAttribute("commissioner", "head-of-service", "senior-manager").Allows(await ActorAsync(), service.Key);
        }
    }
}

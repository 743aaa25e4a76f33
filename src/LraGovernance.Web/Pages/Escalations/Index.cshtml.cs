using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>Every exception: where it stands, open ones first.</summary>
[KnownPerson]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public IReadOnlyList<ExceptionLine> Lines { get; private set; } = [];

    public bool MayRaise { get; private set; }

    public async Task OnGetAsync()
    {
        if (await ReadServiceAsync() is { } service)
        {
            Lines = await SendAsync(new ReadExceptions(service.Key));
            MayRaise = new RolesAttribute("senior-manager", "head-of-service", "commissioner").Allows(await ActorAsync(), service.Key);
        }
    }
}

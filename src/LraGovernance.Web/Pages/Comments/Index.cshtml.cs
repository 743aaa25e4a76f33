using LraGovernance.Comments;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.Comments;

/// <summary>Every comment from outside with what became of it, for both sides.</summary>
[Roles("commissioner", "head-of-service", "senior-manager")]
internal sealed class IndexModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public IReadOnlyList<PublicComment> Comments { get; private set; } = [];

    public bool MayAnswer { get; private set; }

    public async Task OnGetAsync()
    {
        if (await ReadServiceAsync() is { } service)
        {
            Comments = await SendAsync(new ReadComments(service.Key));
            MayAnswer = new RolesAttribute("commissioner").Allows(await ActorAsync(), service.Key);
        }
    }
}

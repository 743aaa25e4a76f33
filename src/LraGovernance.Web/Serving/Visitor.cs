using System.Security.Claims;
using LraGovernance.People;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Serving;

/// <summary>Who opened this page: asked once a request, so that a role that ended a minute ago has ended here too.</summary>
internal sealed class Visitor(IHttpContextAccessor http, Commands commands)
{
    private Actor? _actor;

    public async Task<Actor> ActorAsync()
    {
        if (_actor is null)
        {
            var id = http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
            var person = id is null ? null : await commands.SendAsync(new IdentifyPerson(Guid.Parse(id)), Actor.Anonymous);
            _actor = person is null ? Actor.Anonymous : Actor.SignedIn(person.Id, person.Roles);
        }

        return _actor;
    }
}

using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>Which invitation a link belongs to. Asking changes nothing; a link that is not ours is simply not known.</summary>
[Anyone("a link is opened before anybody is known")]
public sealed record OpenLink(string Token) : IQuery<OpenedLink?>;

public sealed record OpenedLink(Guid PersonId, Guid InvitationId);

internal sealed class OpenLinkHandler(GovernanceDb db) : IRequestHandler<OpenLink, OpenedLink?>
{
    public async Task<OpenedLink?> Handle(OpenLink request, CancellationToken cancellationToken)
    {
        // A text that cannot be a token is looked up all the same, so that both take one query.
        var hash = Tokens.Hash(request.Token);
        var link = await db.LinkTokens.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == hash && x.Purpose == LinkPurpose.Decide, cancellationToken);
        return link is { InvitationId: { } invitation } ? new(link.PersonId, invitation) : null;
    }
}

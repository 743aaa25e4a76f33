using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Notifications;

/// <summary>The service that a mail belongs to; null when it is not one of ours.</summary>
[SystemOnly]
public sealed record FindMail(Guid MailId) : IQuery<string?>;

internal sealed class FindMailHandler(GovernanceDb db) : IRequestHandler<FindMail, string?>
{
    public async Task<string?> Handle(FindMail request, CancellationToken cancellationToken) =>
        await db.Outbox.AsNoTracking().Where(x => x.Id == request.MailId).Select(x => x.Service).SingleOrDefaultAsync(cancellationToken);
}

using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

internal static class Invited
{
    /// <summary>
    /// The request that an invitation belongs to. Asked as "which request has an invitation with this id", SQLite reads
    /// every request there has ever been.
    /// </summary>
    internal static IQueryable<DecisionRequest> RequestOf(this GovernanceDb db, Guid invitation) => db.DecisionRequests.Include(x => x.Invitations)
        .Where(x => db.Invitations.Where(i => i.Id == invitation).Select(i => i.RequestId).Contains(x.Id));
}

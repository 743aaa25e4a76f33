using LraGovernance.Data;
using LraGovernance.Running;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>The decisions of bodies as ends of the golden thread: the annual report is to tell of the Board's.</summary>
internal sealed class DecisionThread(GovernanceDb db) : IThreadEnds
{
    public async Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken) =>
        [.. (await db.DecisionRequests.AsNoTracking().Where(x => x.Service == service && x.State == RequestState.Decided).OrderBy(x => x.ClosedAt)
            .Select(x => new { x.Id, x.Title, x.About, x.BodyKey, x.BodyName, x.Outcome }).ToListAsync(cancellationToken))
            .Select(x => new NamedEnd(
                ThreadEnd.Decision(x.Id), $"{x.BodyName}: {InstanceNames.Line(x.Title, x.About)}, {OptionWords.Of(x.Outcome!).ToLowerInvariant()}",
                x.BodyKey == "strategic-board" ? $"/decisions/{x.Id}" : null, MustLeadOn: x.BodyKey == "strategic-board"))];
}

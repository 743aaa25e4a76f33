using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.FormalDecisions;

/// <summary>Formal decisions that are public: each from the day of its recording, or the first after a pre-election period.</summary>
[Anyone("formal decisions are published with their reasons, what was rejected and interests declared")]
public sealed record ReadFormalDecisions(string Service) : IQuery<IReadOnlyList<FormalDecision>>;

internal sealed class ReadFormalDecisionsHandler(GovernanceDb db, CouncilCalendar calendar, TimeProvider clock) : IRequestHandler<ReadFormalDecisions, IReadOnlyList<FormalDecision>>
{
    public async Task<IReadOnlyList<FormalDecision>> Handle(ReadFormalDecisions request, CancellationToken cancellationToken)
    {
        var periods = await calendar.PreElectionAsync(request.Service, cancellationToken);
        var today = London.DateOf(clock.GetUtcNow());
        var all = await db.FormalDecisions.AsNoTracking().Where(x => x.Service == request.Service && x.DecidedOn != null).ToListAsync(cancellationToken);
        return [.. all.Where(x => PreElection.FirstDay(London.DateOf(x.RecordedAt!.Value), periods) <= today).OrderByDescending(x => x.DecidedOn)];
    }
}

using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.FormalDecisions;

/// <summary>The decision that the clerk is asked to record.</summary>
[KnownPerson]
public sealed record ReadFormalDecision(string Service, Guid TaskId) : IQuery<FormalDecisionView?>;

/// <param name="KeyFrom">The first day on which it may be taken if it is a key decision.</param>
public sealed record FormalDecisionView(FormalDecision Decision, DateOnly KeyFrom);

internal sealed class ReadFormalDecisionHandler(GovernanceDb db, Settings settings) : IRequestHandler<ReadFormalDecision, FormalDecisionView?>
{
    public async Task<FormalDecisionView?> Handle(ReadFormalDecision request, CancellationToken cancellationToken) =>
        await db.FormalDecisions.AsNoTracking().SingleOrDefaultAsync(x => x.Service == request.Service && x.TaskId == request.TaskId, cancellationToken) is { } one
            ? new(one, FormalDecisionRules.Earliest(one.NoticeFrom, isKey: true, await settings.NumberAsync(request.Service, "keyDecisionNoticeDays", cancellationToken))) : null;
}

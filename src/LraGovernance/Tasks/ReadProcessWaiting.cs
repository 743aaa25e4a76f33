using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;

namespace LraGovernance.Tasks;

/// <summary>For whom one running process waits, and who of them has not answered.</summary>
[KnownPerson]
public sealed record ReadProcessWaiting(Guid InstanceId) : IQuery<IReadOnlyList<WaitingMatter>>;

internal sealed class ReadProcessWaitingHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ReadProcessWaiting, IReadOnlyList<WaitingMatter>>
{
    public Task<IReadOnlyList<WaitingMatter>> Handle(ReadProcessWaiting request, CancellationToken cancellationToken) =>
        new WaitingMatters(db, clock).ReadAsync(request.InstanceId, cancellationToken);
}

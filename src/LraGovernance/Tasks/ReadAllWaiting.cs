using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;

namespace LraGovernance.Tasks;

/// <summary>Everything that waits for anybody, soonest first: what a demonstration shows of its day.</summary>
[SystemOnly]
public sealed record ReadAllWaiting : IQuery<IReadOnlyList<WaitingMatter>>;

/// <param name="InstanceId">The process that waits for it, with</param>
/// <param name="BookmarkId">the place where it waits.</param>
/// <param name="Title">What is asked.</param>
/// <param name="About">For which period or case, in words; null where the title says it.</param>
/// <param name="AskedOf">The role or the body.</param>
/// <param name="DueAt">The last safe moment; null when there is none.</param>
/// <param name="Late">The moment has passed.</param>
/// <param name="IsDecision">A decision for a body rather than a task.</param>
/// <param name="Asked">Who takes part, whether or not they have answered; nobody with a declared interest.</param>
public sealed record WaitingMatter(
    Guid? InstanceId, string? BookmarkId, string Title, string? About, string AskedOf, DateTimeOffset? DueAt, bool Late, bool IsDecision, IReadOnlyList<AskedPerson> Asked)
{
    public string FullTitle => InstanceNames.Line(Title, About);
}

/// <param name="Seat">The seat on the body, where it is a decision.</param>
/// <param name="Deputy">Answers for the member whose seat it is.</param>
/// <param name="MailId">The newest mail with a link, where one was sent.</param>
public sealed record AskedPerson(Guid PersonId, string Name, string? Seat, bool Deputy, bool Answered, string Path, Guid? MailId);

internal sealed class ReadAllWaitingHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ReadAllWaiting, IReadOnlyList<WaitingMatter>>
{
    public Task<IReadOnlyList<WaitingMatter>> Handle(ReadAllWaiting request, CancellationToken cancellationToken) =>
        new WaitingMatters(db, clock).ReadAsync(instance: null, cancellationToken);
}

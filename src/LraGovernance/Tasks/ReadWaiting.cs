using LraGovernance.Data;
using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>Waiting for you: everything that the person who asks has been asked and has not answered, soonest first.</summary>
[KnownPerson]
public sealed record ReadWaiting : IQuery<IReadOnlyList<WaitingLine>>;

/// <param name="Path">Where it is done.</param>
/// <param name="Title">What is asked, and about which period or case.</param>
/// <param name="DueAt">Until when it is asked for; null when there is no such time.</param>
/// <param name="Late">The moment has passed.</param>
/// <param name="LastSafeDay">The last day on which it can be done so that what is ahead is kept; null where no fixed day lies ahead.</param>
/// <param name="IsDecision">A decision for a body rather than a task.</param>
public sealed record WaitingLine(string Path, string Title, DateTimeOffset? DueAt, bool Late, bool IsDecision, DateOnly? LastSafeDay);

internal sealed class ReadWaitingHandler(GovernanceDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReadWaiting, IReadOnlyList<WaitingLine>>
{
    public async Task<IReadOnlyList<WaitingLine>> Handle(ReadWaiting request, CancellationToken cancellationToken)
    {
        var person = caller.Actor.PersonId!.Value;
        var now = clock.GetUtcNow();
        var tasks = await db.TaskAssignees.AsNoTracking().Where(x => x.PersonId == person && x.DoneAt == null)
            .Join(db.Tasks.Where(x => x.State == TaskState.Open), x => x.TaskId, x => x.Id, (_, task) => new { task.Id, task.Title, task.About, task.DueAt, task.Late, task.LastSafeDay })
            .ToListAsync(cancellationToken);
        var decisions = await db.Invitations.AsNoTracking()
            .Where(x => x.PersonId == person && !x.Interested && x.PassedOnAt == null && !db.Answers.Any(a => a.InvitationId == x.Id && a.SupersededAt == null))
            .Join(db.DecisionRequests.Where(x => x.State == RequestState.Open), x => x.RequestId, x => x.Id,
                (invitation, asked) => new { invitation.Id, asked.Title, asked.About, asked.DeadlineAt })
            .ToListAsync(cancellationToken);
        return
        [
            .. tasks.Select(x => new WaitingLine($"/tasks/{x.Id}", InstanceNames.Line(x.Title, x.About), x.DueAt, x.Late, false, x.LastSafeDay))
                .Concat(decisions.Select(x => new WaitingLine($"/decision/{x.Id}", InstanceNames.Line(x.Title, x.About), x.DeadlineAt, x.DeadlineAt < now, true, null)))
                .OrderBy(x => x.DueAt ?? DateTimeOffset.MaxValue).ThenBy(x => x.Title, StringComparer.Ordinal),
        ];
    }
}

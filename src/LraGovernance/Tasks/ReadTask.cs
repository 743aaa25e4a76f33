using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>A task as the person who is asked sees it; null for anybody else.</summary>
[KnownPerson]
public sealed record ReadTask(Guid Id) : IQuery<TaskView?>;

/// <param name="DoneAt">When the person who asks did it; null when somebody else did, or nobody.</param>
/// <param name="ClosedAt">When it was closed for everybody.</param>
/// <param name="Safe">The last day on which it can be done so that what is ahead is kept; null where no fixed day lies ahead.</param>
/// <param name="ClosedBecause">Why it was withdrawn.</param>
public sealed record TaskView(
    Guid Id, string Service, string Kind, string Title, string? Guidance, string Process, string InstanceKey, string? Subject,
    DateTimeOffset OpenedAt, DateTimeOffset? DueAt, bool Late, bool Open, DateTimeOffset? DoneAt, DateTimeOffset? ClosedAt, string? ClosedBecause, SafeBy? Safe);

internal sealed class ReadTaskHandler(GovernanceDb db, Caller caller) : IRequestHandler<ReadTask, TaskView?>
{
    public async Task<TaskView?> Handle(ReadTask request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
        return task?.Assignees.Find(x => x.PersonId == caller.Actor.PersonId) is not { } own ? null : new(
            task.Id, task.Service, task.Kind, task.Title, task.Guidance, task.Process, task.InstanceKey, task.Subject, task.OpenedAt, task.DueAt,
            task.Late, task.State == TaskState.Open && own.DoneAt is null, own.DoneAt, task.ClosedAt, task.ClosedBecause,
            task.LastSafeDay is { } safe ? new SafeBy(safe, task.SafeFor!, task.SafeForDay!.Value) : null);
    }
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Meetings;

/// <summary>The paper whose endorsement the clerk is asked to record.</summary>
[KnownPerson]
public sealed record ReadPaper(Guid TaskId) : IQuery<PaperView?>;

public sealed record PaperView(string BodyName, DateOnly Date, Paper Paper);

internal sealed class ReadPaperHandler(GovernanceDb db, TaskDesk tasks) : IRequestHandler<ReadPaper, PaperView?>
{
    public async Task<PaperView?> Handle(ReadPaper request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees)
            .SingleOrDefaultAsync(x => x.Id == request.TaskId && (x.Kind == RecordEndorsementHandler.TaskKind || x.Kind == RecordEndorsementHandler.OtherPaperKind), cancellationToken);
        return task is null || tasks.Refusal(task) is TaskCompletion.NotYours
            || await RecordEndorsementHandler.PaperOfAsync(db, task, cancellationToken) is not { } found
            ? null
            : new(found.Meeting.BodyName, found.Meeting.Date, found.Paper);
    }
}

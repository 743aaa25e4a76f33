using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Reports;

/// <summary>The report that a task is about, for whoever writes or reviews it.</summary>
[KnownPerson]
public sealed record ReadReportTask(Guid TaskId) : IQuery<ReportView?>;

internal sealed class ReadReportTaskHandler(GovernanceDb db, TaskDesk tasks) : IRequestHandler<ReadReportTask, ReportView?>
{
    private static readonly string[] Kinds = [DraftReportHandler.UpdateKind, DraftReportHandler.ReportKind, ReviewReportHandler.TaskKind];

    public async Task<ReportView?> Handle(ReadReportTask request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == request.TaskId && Kinds.Contains(x.Kind), cancellationToken);
        return tasks.Refusal(task) is not null ? null
            : await ReadReportHandler.OfAsync(db, task!.Service, DraftReportHandler.KindOf(task), task.InstanceKey, isPublic: false, cancellationToken);
    }
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>The plan that a task is about, for whoever proposes activities, drafts or reviews it.</summary>
[KnownPerson]
public sealed record ReadPlanTask(Guid TaskId) : IQuery<PlanView?>;

internal sealed class ReadPlanTaskHandler(GovernanceDb db, TaskDesk tasks, PlanDesk desk, PlanEditing editing, PlanReading reading) : IRequestHandler<ReadPlanTask, PlanView?>
{
    public async Task<PlanView?> Handle(ReadPlanTask request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == request.TaskId && x.Process == PlanDesk.Process, cancellationToken);
        if (tasks.Refusal(task) is not null)
        {
            return null;
        }

        var functions = task!.Kind == ReviewPlanHandler.TaskKind ? [] : (await editing.OfAsync(task.Service, task.InstanceKey, task.Id, cancellationToken)).Functions;
        return await reading.OfAsync(await desk.OfAsync(task.Service, task.InstanceKey, cancellationToken), functions, cancellationToken);
    }
}

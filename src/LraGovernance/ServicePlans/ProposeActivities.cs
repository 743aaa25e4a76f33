using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>The owner of a function's activities has said what that function will do in the year .</summary>
[KnownPerson]
public sealed record ProposeActivities(Guid CommandId, string Service, Guid TaskId) : ICommand<ProposeActivitiesResult>;

public abstract record ProposeActivitiesResult
{
    public sealed record Recorded : ProposeActivitiesResult;

    public sealed record Refused(TaskCompletion Why) : ProposeActivitiesResult;
}

internal sealed class ProposeActivitiesValidator : AbstractValidator<ProposeActivities>
{
    public ProposeActivitiesValidator() => RuleFor(x => x.TaskId).NotEmpty();
}

internal sealed class ProposeActivitiesHandler(GovernanceDb db, TaskDesk tasks) : IRequestHandler<ProposeActivities, ProposeActivitiesResult>
{
    internal const string TaskKind = "propose-activities", Role = "activity-owner";

    public async Task<ProposeActivitiesResult> Handle(ProposeActivities command, CancellationToken cancellationToken)
    {
        var completion = await db.Tasks.AnyAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken)
            ? await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken) : TaskCompletion.NotFound;
        return completion == TaskCompletion.Done ? new ProposeActivitiesResult.Recorded() : new ProposeActivitiesResult.Refused(completion);
    }
}

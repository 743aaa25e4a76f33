using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>The finance partner says what a change does to the money (clause 20.3: the effect on money).</summary>
[KnownPerson]
public sealed record AssessFinance(Guid CommandId, string Service, Guid TaskId, string? Text) : ICommand<AssessFinanceResult>;

public abstract record AssessFinanceResult
{
    public sealed record Recorded(string Number) : AssessFinanceResult;

    public sealed record Refused(TaskCompletion Why) : AssessFinanceResult;
}

internal sealed class AssessFinanceValidator : AbstractValidator<AssessFinance>
{
    public AssessFinanceValidator() => RuleFor(x => x.Text).Written("Enter what it does to the money").AtMost(4_000, "What it does to the money");
}

internal sealed class AssessFinanceHandler(GovernanceDb db, ChangeDesk desk, TaskDesk tasks, Caller caller) : IRequestHandler<AssessFinance, AssessFinanceResult>
{
    internal const string TaskKind = "assess-finance";

    public async Task<AssessFinanceResult> Handle(AssessFinance command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new AssessFinanceResult.Refused(refusal);
        }

        var change = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        change.Finance = command.Text!.Trim();
        await desk.RecordAsync(change, "finance-assessed", "The finance partner has said what it does to the money", null, cancellationToken,
            [new("finance", caller.Actor.PersonId!.Value, change.Finance)]);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        return new AssessFinanceResult.Recorded(change.Number);
    }
}

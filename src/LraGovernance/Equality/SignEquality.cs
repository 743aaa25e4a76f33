using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Equality;

/// <summary>The senior officer, then the directorate equality lead, signs an assessment or returns it (003 EqIA 3).</summary>
[KnownPerson]
public sealed record SignEquality(Guid CommandId, string Service, Guid TaskId, bool? Signs, string? Reason) : ICommand<SignEqualityResult>;

public abstract record SignEqualityResult
{
    public sealed record Agreed(string CaseNumber) : SignEqualityResult;

    public sealed record Returned(string CaseNumber) : SignEqualityResult;

    public sealed record Refused(TaskCompletion Why) : SignEqualityResult;
}

internal sealed class SignEqualityValidator : AbstractValidator<SignEquality>
{
    public SignEqualityValidator()
    {
        RuleFor(x => x.Signs).NotNull().WithMessage("Select whether you sign the assessment");
        RuleFor(x => x.Reason).Written("Enter why you return it").When(x => x.Signs == false);
        RuleFor(x => x.Reason).AtMost(2_000, "The reason");
    }
}

internal sealed class SignEqualityHandler(GovernanceDb db, EqualityDesk desk, TaskDesk tasks, Caller caller, TimeProvider clock) : IRequestHandler<SignEquality, SignEqualityResult>
{
    internal const string TaskKind = "sign-equality";
    internal const string LeadRole = "equality-lead";

    public async Task<SignEqualityResult> Handle(SignEquality command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new SignEqualityResult.Refused(refusal);
        }

        var one = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        var (signs, at) = (command.Signs!.Value, clock.GetUtcNow());
        one.LeadSignedAt = signs && task.Role == LeadRole ? at : null;
        one.SeniorSignedAt = !signs ? null : task.Role == LeadRole ? one.SeniorSignedAt : at;
        one.ReturnedBecause = signs ? null : command.Reason!.Trim();
        await desk.RecordAsync(one, signs ? "equality-signed" : "equality-returned", $"The assessment is {(signs ? "signed" : "returned")} by the {(task.Role == LeadRole ? "directorate equality lead" : "senior officer")}", new { role = task.Role, signs }, cancellationToken,
            one.ReturnedBecause is null ? [] : [new("reason", caller.Actor.PersonId!.Value, one.ReturnedBecause)]);
        await tasks.CompleteAsync(task.Id, signs ? "Signed" : "Returned", cancellationToken);
        return signs ? new SignEqualityResult.Agreed(one.CaseNumber) : new SignEqualityResult.Returned(one.CaseNumber);
    }
}

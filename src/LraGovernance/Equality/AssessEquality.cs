using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Equality;

/// <summary>The responsible officer writes the full assessment (003 EqIA Part 2).</summary>
[KnownPerson]
public sealed record AssessEquality(
    Guid CommandId, string Service, Guid TaskId, string? Scope, string? Data, string? Engagement, string? Judgement, string? ActionPlan, string? Monitoring) : ICommand<AssessEqualityResult>;

public abstract record AssessEqualityResult
{
    public sealed record Recorded(string CaseNumber) : AssessEqualityResult;

    public sealed record Refused(TaskCompletion Why) : AssessEqualityResult;
}

internal sealed class AssessEqualityValidator : AbstractValidator<AssessEquality>
{
    public AssessEqualityValidator()
    {
        RuleFor(x => x.Scope).Written("Enter what the assessment concentrates on").AtMost(4_000, "The scope");
        RuleFor(x => x.Data).Written("Enter which information and data you used").AtMost(4_000, "Information and data");
        RuleFor(x => x.Engagement).Written("Enter who was involved, and what they said").AtMost(4_000, "Involvement and engagement");
        RuleFor(x => x.Judgement).Written("Enter what it means for each group").AtMost(4_000, "The judgement");
        RuleFor(x => x.ActionPlan).Written("Enter what is done, by whom and by when").AtMost(4_000, "The action plan");
        RuleFor(x => x.Monitoring).Written("Enter how it is monitored and reviewed").AtMost(4_000, "Monitoring and review");
    }
}

internal sealed class AssessEqualityHandler(GovernanceDb db, EqualityDesk desk, TaskDesk tasks, Caller caller) : IRequestHandler<AssessEquality, AssessEqualityResult>
{
    internal const string TaskKind = "assess-equality";

    public async Task<AssessEqualityResult> Handle(AssessEquality command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new AssessEqualityResult.Refused(refusal);
        }

        var one = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        one.Full = CanonicalJson.Write(new FullAssessment(
            command.Scope!.Trim(), command.Data!.Trim(), command.Engagement!.Trim(), command.Judgement!.Trim(), command.ActionPlan!.Trim(), command.Monitoring!.Trim()));
        await desk.RecordAsync(one, "equality-assessed", "The full assessment is written", new { assessment = CanonicalJson.Hash(one.Full) }, cancellationToken,
            [new("judgement", caller.Actor.PersonId!.Value, command.Judgement)]);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        return new AssessEqualityResult.Recorded(one.CaseNumber);
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>One test's answer with its reason.</summary>
public sealed record TestAnswer(bool? Fails, string Reason);

/// <summary>One side answers the three tests with reasons, and apart from them whether the change is substantive and whether it is fundamental .</summary>
/// <param name="Objectives">The clauses with objectives that it alters .</param>
[KnownPerson]
public sealed record AssessVariation(
    Guid CommandId, string Service, Guid TaskId, TestAnswer Objective, IReadOnlyList<string> Objectives, TestAnswer Policy, TestAnswer Budget,
    bool? Substantive, bool? Fundamental, bool? EqualityRelevant) : ICommand<AssessVariationResult>;

public abstract record AssessVariationResult
{
    public sealed record Submitted : AssessVariationResult;

    /// <summary>A clause is cited that is no overarching objective.</summary>
    public sealed record NoObjective(string Clause) : AssessVariationResult;

    public sealed record Refused(TaskCompletion Why) : AssessVariationResult;
}

internal sealed class AssessVariationValidator : AbstractValidator<AssessVariation>
{
    public AssessVariationValidator()
    {
        RuleFor(x => x.Objective.Fails).NotNull().WithMessage("Select yes if it fundamentally alters an overarching objective");
        RuleFor(x => x.Policy.Fails).NotNull().WithMessage("Select yes if it contravenes a policy or procedure of the council");
        RuleFor(x => x.Budget.Fails).NotNull().WithMessage("Select yes if it affects the agreed budget");
        RuleFor(x => x.Objective.Reason).Written("Enter the reason for your answer on the objectives").AtMost(2_000, "The reason");
        RuleFor(x => x.Policy.Reason).Written("Enter the reason for your answer on policy").AtMost(2_000, "The reason");
        RuleFor(x => x.Budget.Reason).Written("Enter the reason for your answer on the budget").AtMost(2_000, "The reason");
        RuleFor(x => x.Objectives).NotEmpty().When(x => x.Objective.Fails == true).WithMessage("Select the objectives that it alters");
        RuleFor(x => x.Substantive).NotNull().WithMessage("Select yes if the change is substantive");
        RuleFor(x => x.Fundamental).NotNull().WithMessage("Select yes if the change is fundamental");
        RuleFor(x => x.EqualityRelevant).NotNull().WithMessage("Select yes if people with a protected characteristic could be treated less well");
    }
}

internal sealed class AssessVariationHandler(GovernanceDb db, VariationDesk desk, TaskDesk tasks, Record record, Caller caller, TimeProvider clock)
    : IRequestHandler<AssessVariation, AssessVariationResult>
{
    internal const string TaskKind = "assess-variation";

    public async Task<AssessVariationResult> Handle(AssessVariation command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new AssessVariationResult.Refused(refusal);
        }

        var objectives = (await desk.InForceAsync(task!.Service, cancellationToken)).Document.Objectives.Select(x => x.Id).ToHashSet();
        if (command.Objectives.FirstOrDefault(x => !objectives.Contains(x)) is { } other)
        {
            return new AssessVariationResult.NoObjective(other);
        }

        var person = caller.Actor.PersonId!.Value;
        var side = task.Role == "commissioner" ? Side.Council : Side.Service;
        var assessment = new VariationAssessment
        {
            Service = task.Service, Number = task.InstanceKey, Side = side, PersonId = person, At = clock.GetUtcNow(),
            AltersObjective = command.Objective.Fails!.Value, ObjectiveReason = command.Objective.Reason.Trim(), Objectives = string.Join(',', command.Objectives.Order(StringComparer.Ordinal)),
            ContravenesPolicy = command.Policy.Fails!.Value, PolicyReason = command.Policy.Reason.Trim(), AffectsBudget = command.Budget.Fails!.Value, BudgetReason = command.Budget.Reason.Trim(),
            Substantive = command.Substantive!.Value, Fundamental = command.Fundamental!.Value, EqualityRelevant = command.EqualityRelevant!.Value,
        };
        db.VariationAssessments.Add(assessment);
        await record.AddAsync(new Fact("variation-assessed", $"variation/{task.InstanceKey}", $"The three tests are answered by {VariationStory.Of(side)}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey,
            After = new
            {
                side, assessment.AltersObjective, assessment.Objectives, assessment.ContravenesPolicy, assessment.AffectsBudget, assessment.Substantive, assessment.Fundamental, assessment.EqualityRelevant,
            },
            Personal = [new("objectiveReason", person, assessment.ObjectiveReason), new("policyReason", person, assessment.PolicyReason), new("budgetReason", person, assessment.BudgetReason)],
        }, cancellationToken);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        return new AssessVariationResult.Submitted();
    }
}

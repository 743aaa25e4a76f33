using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Thread;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>The commissioner writes a variation that was opened from an exception.</summary>
[KnownPerson]
public sealed record CompleteVariation(Guid CommandId, string Service, Guid TaskId, VariationContent Content) : ICommand<CompleteVariationResult>;

public abstract record CompleteVariationResult
{
    public sealed record Completed : CompleteVariationResult;

    public sealed record ChangedMeanwhile(IReadOnlyList<string> Pieces) : CompleteVariationResult, INothingDone;

    /// <summary>Every piece says what it says already.</summary>
    public sealed record NothingWouldChange : CompleteVariationResult, INothingDone;

    public sealed record Refused(TaskCompletion Why) : CompleteVariationResult;
}

internal sealed class CompleteVariationValidator : AbstractValidator<CompleteVariation>
{
    public CompleteVariationValidator() => RuleFor(x => x.Content).SetValidator(new VariationContentValidator());
}

internal sealed class CompleteVariationHandler(GovernanceDb db, VariationDesk desk, TaskDesk tasks, GoldenThread thread, Record record, Caller caller)
    : IRequestHandler<CompleteVariation, CompleteVariationResult>
{
    internal const string TaskKind = "complete-variation";

    public async Task<CompleteVariationResult> Handle(CompleteVariation command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new CompleteVariationResult.Refused(refusal);
        }

        var now = await desk.InForceAsync(task!.Service, cancellationToken);
        var content = command.Content;
        if (Proposals.Overtaken(now.Document, content.Proposal) is { Count: > 0 } overtaken)
        {
            return new CompleteVariationResult.ChangedMeanwhile(overtaken);
        }

        ProposalSlips.Require(now.Document, content.Proposal);
        if (!Proposals.ChangesAnything(now.Document, content.Proposal))
        {
            return new CompleteVariationResult.NothingWouldChange();
        }

        var variation = await desk.OfAsync(task.Service, task.InstanceKey, cancellationToken);
        (variation.Title, variation.Why, variation.Impact, variation.Proposal) = (content.Title.Trim(), content.Why.Trim(), content.Impact.Trim(), content.Proposal.ToJson());
        (variation.BasedOnVersion, variation.BasedOnHash) = (SpecificationFile.VersionName(now.Specification), now.Specification.RevisionHash!);
        (variation.RaisedById, variation.State) = (caller.Actor.PersonId, VariationState.Assessing);
        foreach (var edit in content.Proposal.Clauses)
        {
            await thread.TieAsync(task.Service, ThreadEnd.Variation(variation.Number), ThreadEnd.Clause(now.Specification.FinancialYear, edit.Clause), "would change", cancellationToken);
        }

        await record.AddAsync(new Fact("variation-completed", $"variation/{variation.Number}", "Written by the commissioner")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { basedOn = variation.BasedOnHash, proposal = CanonicalJson.Hash(variation.Proposal) },
            Personal = [new("why", caller.Actor.PersonId!.Value, content.Why), new("impact", caller.Actor.PersonId.Value, content.Impact)],
        }, cancellationToken);
        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        return new CompleteVariationResult.Completed();
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>
/// Saves one clause of the draft. The edit names the text it started from: when somebody else has saved the clause
/// meanwhile, nothing is overwritten and both texts are shown.
/// </summary>
[KnownPerson]
public sealed record SaveClause(Guid CommandId, string Service, Guid TaskId, string ClauseId, string Heading, string Text, string BasedOn) : ICommand<SaveClauseResult>;

public abstract record SaveClauseResult
{
    public sealed record Saved : SaveClauseResult;

    public sealed record Unchanged : SaveClauseResult;

    public sealed record ChangedMeanwhile(string Heading, string Text, string TextHash) : SaveClauseResult, INothingDone;

    public sealed record Refused(TaskCompletion Why) : SaveClauseResult;
}

internal sealed class SaveClauseValidator : AbstractValidator<SaveClause>
{
    public SaveClauseValidator()
    {
        RuleFor(x => x.Heading).Written("Enter a heading").AtMost(150, "Heading");
        RuleFor(x => x.Text).Written("Enter the text of the clause")
            .AtMost(10_000, "The text of the clause");
        RuleFor(x => x.ClauseId).NotEmpty();
    }
}

internal sealed class SaveClauseHandler(GovernanceDb db, TaskDesk tasks, SpecificationFile file, Record record) : IRequestHandler<SaveClause, SaveClauseResult>
{
    public async Task<SaveClauseResult> Handle(SaveClause command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == SubmitDraftHandler.TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new SaveClauseResult.Refused(refusal);
        }

        var specification = await file.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        if (await db.DraftClauses.FindAsync([specification.Id, command.ClauseId], cancellationToken) is not { } clause)
        {
            return new SaveClauseResult.Refused(TaskCompletion.NotFound);
        }

        var (heading, text) = (command.Heading.Trim(), command.Text.ReplaceLineEndings("\n").Trim());
        var hash = SpecificationFile.TextHash(heading, text);
        if (hash == clause.TextHash)
        {
            return new SaveClauseResult.Unchanged();
        }

        if (command.BasedOn != clause.TextHash)
        {
            return new SaveClauseResult.ChangedMeanwhile(clause.Heading, clause.Text, clause.TextHash);
        }

        var before = clause.TextHash;
        (clause.Heading, clause.Text, clause.TextHash) = (heading, text, hash);
        await record.AddAsync(new Fact("clause-saved", $"specification/{specification.Id}", $"Clause {clause.ClauseId} is changed in the draft")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, Before = new { clause = clause.ClauseId, text = before }, After = new { clause = clause.ClauseId, text = hash },
        }, cancellationToken);
        return new SaveClauseResult.Saved();
    }
}

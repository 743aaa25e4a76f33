using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>Freezes the draft as a revision, known by its content hash from here on, and hands it on.</summary>
/// <param name="Checked">Hash of the draft that the author checked: when a colleague has saved a clause since, nothing is submitted.</param>
[KnownPerson]
public sealed record SubmitDraft(Guid CommandId, string Service, Guid TaskId, string? Checked = null) : ICommand<SubmitDraftResult>;

public abstract record SubmitDraftResult
{
    public sealed record Submitted(int Revision, string Hash) : SubmitDraftResult;

    public sealed record ChangedMeanwhile : SubmitDraftResult;

    /// <summary>Something has come into force since the draft was opened, which the author has neither taken over nor declined.</summary>
    public sealed record Unsettled(IReadOnlyList<string> Pieces) : SubmitDraftResult;

    public sealed record Refused(TaskCompletion Why) : SubmitDraftResult;
}

internal sealed class SubmitDraftValidator : AbstractValidator<SubmitDraft>
{
    public SubmitDraftValidator() => RuleFor(x => x.TaskId).NotEmpty();
}

internal sealed class SubmitDraftHandler(GovernanceDb db, TaskDesk tasks, SpecificationFile file, ChangedSince since, Record record, TimeProvider clock)
    : IRequestHandler<SubmitDraft, SubmitDraftResult>
{
    internal const string TaskKind = "draft-specification";

    public async Task<SubmitDraftResult> Handle(SubmitDraft command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new SubmitDraftResult.Refused(refusal);
        }

        var specification = await file.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        var draft = await file.AssembleAsync(specification, cancellationToken);
        var json = draft.ToJson();
        var hash = SpecificationDocument.HashOf(json);
        if (command.Checked is { } seen && seen != hash)
        {
            return new SubmitDraftResult.ChangedMeanwhile();
        }

        if (await since.OfAsync(specification, draft, cancellationToken) is { } changed)
        {
            return new SubmitDraftResult.Unsettled([.. changed.Open.Select(x => x.Piece)]);
        }

        await tasks.CompleteAsync(task.Id, Outcomes.Done, cancellationToken);
        var before = specification.RevisionHash;
        if (hash != before)
        {
            specification.Revision++;
            specification.RevisionHash = hash;
            db.SpecificationRevisions.Add(new SpecificationRevision
            {
                SpecificationId = specification.Id, Number = specification.Revision, Hash = hash, Json = json, At = clock.GetUtcNow(),
            });
        }

        await record.AddAsync(new Fact("draft-submitted", $"specification/{specification.Id}", $"{specification.Title}: revision {specification.Revision}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, Before = new { hash = before }, After = new { revision = specification.Revision, hash },
        }, cancellationToken);
        return new SubmitDraftResult.Submitted(specification.Revision, hash);
    }
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>The draft as its author and its reviewers see it: clauses, what has changed since it was last submitted, comments, evidence.</summary>
[KnownPerson]
public sealed record ReadDraft(Guid TaskId) : IQuery<DraftView?>;

/// <param name="SinceSubmitted">For the author what has changed since the text was submitted, for a reviewer what that text changed in the one before it; null where there is nothing to compare with.</param>
/// <param name="ChangedSince">For the author what has come into force since the draft was opened, and is not answered yet; null where nothing is.</param>
/// <param name="Reasons">What Board members said when they asked for changes, newest first.</param>
public sealed record DraftView(
    SpecificationDocument Document, int Revision, string? SubmittedHash, SpecificationDifference? SinceSubmitted,
    IReadOnlyDictionary<string, string> TextHashes, IReadOnlyList<ReviewComment> Comments, IReadOnlyList<EvidenceItem> Evidence,
    IReadOnlyList<ReasonGiven> Reasons, IReadOnlyList<CommitteeComment> CommitteeComments,
    ChangedSinceView? ChangedSince)
{
    /// <summary>What the author checked before submitting it.</summary>
    public string DraftHash => SpecificationDocument.HashOf(Document.ToJson());
}

public sealed record ReasonGiven(string RoleTitle, string Option, string Reason, DateTimeOffset At);

public sealed record CommitteeComment(string Body, string Reference, bool Endorsed, string Comments);

internal sealed class ReadDraftHandler(GovernanceDb db, TaskDesk tasks, SpecificationFile file, ChangedSince since) : IRequestHandler<ReadDraft, DraftView?>
{
    public async Task<DraftView?> Handle(ReadDraft request, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == request.TaskId, cancellationToken);
        if (task is null || tasks.Refusal(task) is TaskCompletion.NotYours || task.Kind is not (SubmitDraftHandler.TaskKind or SubmitReviewHandler.TaskKind))
        {
            return null;
        }

        var specification = await file.OfAsync(task.Service, task.InstanceKey, cancellationToken);
        var document = await file.AssembleAsync(specification, cancellationToken);
        var submitted = await SubmittedAsync(specification, specification.Revision, cancellationToken);
        // Reviewers see what was submitted to them, not what the author has typed since.
        if (task.Kind == SubmitReviewHandler.TaskKind && submitted is not null)
        {
            (document, submitted) = (submitted, await SubmittedAsync(specification, specification.Revision - 1, cancellationToken));
        }

        return new(
            document, specification.Revision, specification.RevisionHash,
            submitted is null ? null : SpecificationDifference.Between(submitted, document),
            document.Clauses.ToDictionary(x => x.Id, x => SpecificationFile.TextHash(x.Heading, x.Text)),
            await db.ReviewComments.AsNoTracking().Where(x => x.SpecificationId == specification.Id).OrderByDescending(x => x.Revision).ThenBy(x => x.At).ToListAsync(cancellationToken),
            await db.Evidence.AsNoTracking().Where(x => x.SpecificationId == specification.Id).OrderBy(x => x.Kind).ToListAsync(cancellationToken),
            await ReasonsAsync(specification, cancellationToken), await CommitteeAsync(specification, cancellationToken),
            task.Kind == SubmitDraftHandler.TaskKind ? await since.OfAsync(specification, document, cancellationToken) : null);
    }

    private async Task<SpecificationDocument?> SubmittedAsync(Specification specification, int number, CancellationToken cancellationToken) =>
        await db.SpecificationRevisions.AsNoTracking().SingleOrDefaultAsync(x => x.SpecificationId == specification.Id && x.Number == number, cancellationToken) is { } revision
            ? SpecificationDocument.FromJson(revision.Json)
            : null;

    private async Task<IReadOnlyList<ReasonGiven>> ReasonsAsync(Specification specification, CancellationToken cancellationToken)
    {
        var key = specification.Id.ToString();
        return await db.DecisionRequests.AsNoTracking()
            .Where(x => x.Service == specification.Service && x.PaperKind == SpecificationFile.PaperKind && x.PaperKey == key)
            .Join(db.Answers, x => x.Id, x => x.RequestId, (_, answer) => answer).Where(x => x.Reason != null && x.SupersededAt == null)
            .OrderByDescending(x => x.At)
            .Join(db.Invitations, x => x.InvitationId, x => x.Id, (answer, invitation) => new ReasonGiven(invitation.RoleTitle, answer.Option, answer.Reason!, answer.At))
            .ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<CommitteeComment>> CommitteeAsync(Specification specification, CancellationToken cancellationToken)
    {
        var key = specification.Id.ToString();
        return await db.Meetings.AsNoTracking().Where(x => x.Service == specification.Service)
            .SelectMany(x => x.Papers, (meeting, paper) => new { meeting.BodyName, paper })
            .Where(x => x.paper.AttachmentKind == SpecificationFile.PaperKind && x.paper.AttachmentKey == key)
            .Join(db.Minutes, x => x.paper.Id, x => x.PaperId, (x, minute) => new CommitteeComment(x.BodyName, minute.Reference, minute.Endorsed, minute.Comments))
            .ToListAsync(cancellationToken);
    }
}

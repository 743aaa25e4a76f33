using LraGovernance.Meetings;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;

namespace LraGovernance.Web.Rehearsal.Acts;

/// <summary>Edits clauses of the draft and submits it.</summary>
internal sealed class Submit(Commands commands) : IScriptedAct
{
    public string Name => "submit";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var task = part.Due.Task!;
        var draft = await commands.SendAsync(new ReadDraft(task.Id), part.Actor, cancellationToken)
            ?? throw new InvalidOperationException("The author cannot see the draft.");
        if (draft.ChangedSince is { } changed)
        {
            foreach (var piece in changed.Open)
            {
                await commands.SendAsync(new SettleChange(
                    part.IdOf(piece.Piece), task.Service, task.Id, piece.Piece, piece.InForce, part.Act.Word("leaveOut") != piece.Piece, part.Act.Text), part.Actor, cancellationToken);
            }

            draft = (await commands.SendAsync(new ReadDraft(task.Id), part.Actor, cancellationToken))!;
        }

        foreach (var edit in part.Act.Edits)
        {
            var commandId = part.Id();
            var clause = draft.Document.Clauses.SingleOrDefault(x => x.Id == edit.Clause)
                ?? throw new InvalidOperationException($"The script edits clause {edit.Clause}, which the draft has not.");
            if (!clause.Text.Contains(edit.Find, StringComparison.Ordinal))
            {
                if (clause.Text.Contains(edit.Replace, StringComparison.Ordinal))
                {
                    continue; // saved before a run that was cut off here
                }

                throw new InvalidOperationException($"The script looks for '{edit.Find}' in clause {edit.Clause}, and it is not there.");
            }

            await commands.SendAsync(new SaveClause(
                commandId, task.Service, task.Id, clause.Id, clause.Heading, clause.Text.Replace(edit.Find, edit.Replace, StringComparison.Ordinal), draft.TextHashes[clause.Id]), part.Actor, cancellationToken);
        }

        return await commands.SendAsync(new SubmitDraft(part.Id(), task.Service, task.Id), part.Actor, cancellationToken);
    }
}

/// <summary>Comments on the draft and finishes the review.</summary>
internal sealed class Review(Commands commands) : IScriptedAct
{
    public string Name => "review";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken)
    {
        var task = part.Due.Task!;
        foreach (var comment in part.Act.Comments)
        {
            await commands.SendAsync(new AddReviewComment(part.Id(), task.Service, task.Id, comment.Clause, comment.Text), part.Actor, cancellationToken);
        }

        return await commands.SendAsync(new SubmitReview(part.Id(), task.Service, task.Id), part.Actor, cancellationToken);
    }
}

/// <summary>The clerk records what the committee did.</summary>
internal sealed class Endorse(Commands commands) : IScriptedAct
{
    public string Name => "endorse";

    public async Task<object> PerformAsync(Part part, CancellationToken cancellationToken) => await commands.SendAsync(new RecordEndorsement(
        part.Id(), part.Due.Task!.Service, part.Due.Task.Id, part.Act.Endorsed, part.Act.Reference!, part.Act.Attendance!, part.Act.Text!), part.Actor, cancellationToken);
}

using LraGovernance.Decisions;
using LraGovernance.Meetings;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tasks;

namespace LraGovernance.Web.Rehearsal;

/// <summary>Does what the script says a person does, through the same commands that the pages send.</summary>
internal sealed class ActOut(Commands commands, Randomness randomness)
{
    public async Task PerformAsync(DueAct due, CancellationToken cancellationToken)
    {
        var person = await commands.SendAsync(new IdentifyPerson(due.PersonId), Actor.Anonymous, cancellationToken)
            ?? throw new InvalidOperationException($"Nobody is known as {due.PersonId}.");
        var actor = due.Invitation is { } invitation ? Actor.ByLink(person.Id, invitation.Id) : Actor.SignedIn(person.Id, person.Roles);
        var part = 0;
        object result = due.Act.Do switch
        {
            "submit" => await SubmitAsync(due, actor, Id),
            "review" => await ReviewAsync(due, actor, Id),
            "endorse" => await commands.SendAsync(new RecordEndorsement(
                Id(), due.Task!.Service, due.Task.Id, due.Act.Endorsed, due.Act.Reference!, due.Act.Attendance!, due.Act.Text!), actor, cancellationToken),
            "answer" => await commands.SendAsync(new AnswerQuestion(Id(), due.Task!.Service, due.Task.Id, due.Act.Text!), actor, cancellationToken),
            "tick" => await commands.SendAsync(new CompleteTask(Id(), due.Task!.Service, due.Task.Id), actor, cancellationToken),
            "ask" => await commands.SendAsync(new AskQuestion(Id(), due.Request!.Service, due.Invitation!.Id, due.Act.Text!), actor, cancellationToken),
            "decide" => await commands.SendAsync(new RecordDecision(
                Id(), due.Request!.Service, due.Invitation!.Id, due.Act.Option!, due.Act.Text, person.Name, due.Request.DocumentHash, null), actor, cancellationToken),
            var unknown => throw new InvalidOperationException($"The script says '{unknown}', which nobody can do."),
        };
        if (result.GetType().Name is not ("Submitted" or "Recorded" or "Answered" or "Completed" or "Asked"))
        {
            throw new InvalidOperationException($"'{due.Act.Do}' of {person.Name} ended as {result}.");
        }

        Guid Id() => randomness.Id("scripted-command", ScriptedPeople.Identity(due, part++));
    }

    private async Task<object> SubmitAsync(DueAct due, Actor actor, Func<Guid> id)
    {
        var draft = await commands.SendAsync(new ReadDraft(due.Task!.Id), actor)
            ?? throw new InvalidOperationException("The author cannot see the draft.");
        foreach (var edit in due.Act.Edits)
        {
            var commandId = id();
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
                commandId, due.Task.Service, due.Task.Id, clause.Id, clause.Heading, clause.Text.Replace(edit.Find, edit.Replace, StringComparison.Ordinal), draft.TextHashes[clause.Id]), actor);
        }

        return await commands.SendAsync(new SubmitDraft(id(), due.Task.Service, due.Task.Id), actor);
    }

    private async Task<object> ReviewAsync(DueAct due, Actor actor, Func<Guid> id)
    {
        foreach (var comment in due.Act.Comments)
        {
            await commands.SendAsync(new AddReviewComment(id(), due.Task!.Service, due.Task.Id, comment.Clause, comment.Text), actor);
        }

        return await commands.SendAsync(new SubmitReview(id(), due.Task!.Service, due.Task.Id), actor);
    }
}

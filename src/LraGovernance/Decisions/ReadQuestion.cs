using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>The question that a task asks its owner to answer.</summary>
[KnownPerson]
public sealed record ReadQuestion(Guid TaskId) : IQuery<QuestionView?>;

public sealed record QuestionView(string Title, string AskedBy, DateTimeOffset At, string Text, string? Answer, DateTimeOffset? AnsweredAt);

internal sealed class ReadQuestionHandler(GovernanceDb db, Caller caller) : IRequestHandler<ReadQuestion, QuestionView?>
{
    public async Task<QuestionView?> Handle(ReadQuestion request, CancellationToken cancellationToken) =>
        await db.Questions.AsNoTracking()
            .Where(x => x.TaskId == request.TaskId && db.TaskAssignees.Any(a => a.TaskId == x.TaskId && a.PersonId == caller.Actor.PersonId))
            .Join(db.DecisionRequests, x => x.RequestId, x => x.Id, (question, asked) => new { question, asked.Title })
            .Join(db.Invitations, x => x.question.InvitationId, x => x.Id, (x, invitation) => new QuestionView(
                x.Title, invitation.RoleTitle, x.question.At, x.question.Text, x.question.Answer, x.question.AnsweredAt))
            .SingleOrDefaultAsync(cancellationToken);
}

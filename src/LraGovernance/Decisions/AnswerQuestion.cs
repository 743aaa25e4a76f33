using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>The paper's owner answers a member's question; everyone who is asked is told, and nothing is redrafted.</summary>
[KnownPerson]
public sealed record AnswerQuestion(Guid CommandId, string Service, Guid TaskId, string Text) : ICommand<AnswerQuestionResult>;

public abstract record AnswerQuestionResult
{
    public sealed record Answered : AnswerQuestionResult;

    public sealed record Refused(TaskCompletion Why) : AnswerQuestionResult;
}

internal sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionValidator() =>
        RuleFor(x => x.Text).Written("Enter your answer")
            .AtMost(4_000, "Your answer");
}

internal sealed class AnswerQuestionHandler(GovernanceDb db, TaskDesk tasks, Outbox outbox, Record record, Caller caller, TimeProvider clock)
    : IRequestHandler<AnswerQuestion, AnswerQuestionResult>
{
    public async Task<AnswerQuestionResult> Handle(AnswerQuestion command, CancellationToken cancellationToken)
    {
        if (await db.Questions.SingleOrDefaultAsync(x => x.TaskId == command.TaskId, cancellationToken) is not { } question)
        {
            return new AnswerQuestionResult.Refused(TaskCompletion.NotFound);
        }

        var completion = await tasks.CompleteAsync(command.TaskId, Outcomes.Done, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new AnswerQuestionResult.Refused(completion);
        }

        question.Answer = command.Text.Trim();
        question.AnsweredAt = clock.GetUtcNow();
        var request = await db.DecisionRequests.Include(x => x.Invitations).SingleAsync(x => x.Id == question.RequestId, cancellationToken);
        foreach (var invitation in request.Standing().Where(x => request.State == RequestState.Open && !x.Interested))
        {
            var mail = DecisionDesk.InvitationMail("question-answered", request, invitation, question.Id.ToString());
            await outbox.QueueAsync(request.Service, mail, cancellationToken);
        }

        await record.AddAsync(new Fact("question-answered", $"decision/{request.Id}", "A member's question is answered")
        {
            Process = request.Process, InstanceKey = request.InstanceKey, After = new { question = question.Id },
            Personal = [new("answer", caller.Actor.PersonId!.Value, question.Answer)],
        }, cancellationToken);
        return new AnswerQuestionResult.Answered();
    }
}

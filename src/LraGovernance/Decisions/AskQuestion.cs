using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>A member asks about the paper: its owner gets a task, and the answer will be shown to all who are asked.</summary>
[KnownPerson]
public sealed record AskQuestion(Guid CommandId, string Service, Guid InvitationId, string Text) : ICommand<AskQuestionResult>;

public abstract record AskQuestionResult
{
    public sealed record Asked(Guid QuestionId) : AskQuestionResult;

    public sealed record Refused(Standing Why) : AskQuestionResult;

    public sealed record NotYours : AskQuestionResult;
}

internal sealed class AskQuestionValidator : AbstractValidator<AskQuestion>
{
    public AskQuestionValidator() =>
        RuleFor(x => x.Text).Written("Enter your question")
            .AtMost(2_000, "Your question");
}

internal sealed class AskQuestionHandler(
    GovernanceDb db, IEnumerable<IPaperSource> papers, Standings standings, TaskDesk tasks, Record record, Caller caller, Randomness randomness, TimeProvider clock)
    : IRequestHandler<AskQuestion, AskQuestionResult>
{
    internal const string TaskKind = "answer-question";

    public async Task<AskQuestionResult> Handle(AskQuestion command, CancellationToken cancellationToken)
    {
        var request = await db.RequestOf(command.InvitationId).SingleOrDefaultAsync(x => x.Service == command.Service, cancellationToken);
        var invitation = request?.Invitations.Find(x => x.Id == command.InvitationId);
        if (invitation is null || !Standings.Belongs(invitation, caller.Actor))
        {
            return new AskQuestionResult.NotYours();
        }

        var where = await standings.OfAsync(request!, invitation, cancellationToken);
        if (where != Standing.Open)
        {
            return new AskQuestionResult.Refused(where);
        }

        var id = randomness.Id("question", command.CommandId.ToString());
        var paper = await papers.Single(x => x.Kind == request!.PaperKind).FindAsync(request!.Service, request.InstanceKey, cancellationToken);
        var task = await tasks.OpenAsync(new NewTask($"question/{id}", request.Service, TaskKind, $"Answer a question about: {paper.Title}", paper.OwnerRole)
        {
            Process = request.Process, InstanceKey = request.InstanceKey, Subject = $"question/{id}", DueWorkingDays = 3, Reminders = [2],
            Guidance = "A board member has asked a question before deciding. Your answer is shown to everyone who is asked.",
        }, cancellationToken);
        db.Questions.Add(new Question
        {
            Id = id, RequestId = request.Id, InvitationId = invitation.Id, Text = command.Text.Trim(), At = clock.GetUtcNow(), TaskId = task.Id,
        });
        await record.AddAsync(new Fact("question-asked", $"decision/{request.Id}", $"{invitation.RoleTitle} asks about the paper")
        {
            Process = request.Process, InstanceKey = request.InstanceKey, Capacity = invitation.Capacity, OnBehalfOf = invitation.OnBehalfOfId,
            After = new { question = id, seat = invitation.SeatKey }, Personal = [new("question", invitation.PersonId, command.Text.Trim())],
        }, cancellationToken);
        return new AskQuestionResult.Asked(id);
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>
/// A member's answer, about exactly the content that was shown. One standing answer a seat: a repeat gets the same receipt;
/// another choice is a change, and must name the answer that it replaces.
/// </summary>
/// <param name="CommandId">Made with the form.</param>
/// <param name="Service">The service.</param>
/// <param name="InvitationId">Whose answer.</param>
/// <param name="Option">One of the request's options.</param>
/// <param name="Reason">Asked for wherever the option is not the first.</param>
/// <param name="NameTyped">What the person typed under the declaration.</param>
/// <param name="DocumentHash">The content that was on the page.</param>
/// <param name="Replaces">The standing answer that this one changes; null for a first answer.</param>
[KnownPerson]
public sealed record RecordDecision(
    Guid CommandId, string Service, Guid InvitationId, string Option, string? Reason, string NameTyped, string DocumentHash, Guid? Replaces)
    : ICommand<RecordDecisionResult>;

public abstract record RecordDecisionResult
{
    public sealed record Recorded(Guid AnswerId) : RecordDecisionResult;

    /// <summary>This seat has answered before: the receipt of that answer.</summary>
    public sealed record AlreadyAnswered(Guid AnswerId, string Option) : RecordDecisionResult;

    /// <summary>The request cannot be answered, or not any more.</summary>
    public sealed record Refused(Standing Why) : RecordDecisionResult;

    /// <summary>The page showed another content than the one that is asked about.</summary>
    public sealed record NotWhatWasShown : RecordDecisionResult;

    public sealed record NotYours : RecordDecisionResult;
}

internal sealed class RecordDecisionValidator : AbstractValidator<RecordDecision>
{
    public RecordDecisionValidator()
    {
        RuleFor(x => x.Option).NotEmpty().WithMessage("Select your decision").MaximumLength(100);
        RuleFor(x => x.Reason).AtMost(AnswerRules.LongestReason, "Reason");
        RuleFor(x => x.NameTyped).FullName();
        RuleFor(x => x.DocumentHash).NotEmpty();
    }
}

internal sealed class RecordDecisionHandler(
    GovernanceDb db, Standings standings, DecisionDesk desk, Outbox outbox, Record record, Caller caller, Randomness randomness, TimeProvider clock)
    : IRequestHandler<RecordDecision, RecordDecisionResult>
{
    private static readonly TimeSpan Hasty = TimeSpan.FromSeconds(10);

    public async Task<RecordDecisionResult> Handle(RecordDecision command, CancellationToken cancellationToken)
    {
        var request = await db.RequestOf(command.InvitationId).SingleOrDefaultAsync(x => x.Service == command.Service, cancellationToken);
        var invitation = request?.Invitations.Find(x => x.Id == command.InvitationId);
        if (invitation is null || !Standings.Belongs(invitation, caller.Actor))
        {
            return new RecordDecisionResult.NotYours();
        }

        var standing = await db.Answers.SingleOrDefaultAsync(x => x.InvitationId == invitation.Id && x.SupersededAt == null, cancellationToken);
        if (standing is not null && command.Replaces != standing.Id)
        {
            return new RecordDecisionResult.AlreadyAnswered(standing.Id, standing.Option);
        }

        var where = await standings.OfAsync(request!, invitation, cancellationToken);
        if (where != Standing.Open)
        {
            return new RecordDecisionResult.Refused(where);
        }

        if (command.DocumentHash != request!.DocumentHash || !request.Options.Contains(command.Option))
        {
            return new RecordDecisionResult.NotWhatWasShown();
        }

        if (AnswerRules.ReasonSlip(command.Option, command.Reason, request.Options) is { } slip)
        {
            throw new ValidationException([new(nameof(command.Reason), slip)]);
        }

        var answer = await AnswerAsync(command, request, invitation, standing, cancellationToken);
        await desk.SettleAsync(request, cancellationToken);
        return new RecordDecisionResult.Recorded(answer.Id);
    }

    private async Task<Answer> AnswerAsync(
        RecordDecision command, DecisionRequest request, Invitation invitation, Answer? standing, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (standing is not null)
        {
            standing.SupersededAt = now;
            await db.SaveChangesAsync(cancellationToken); // one standing answer a seat: the index must see the old one go first
        }

        var answer = new Answer
        {
            Id = randomness.Id("answer", command.CommandId.ToString()), RequestId = request.Id, InvitationId = invitation.Id, Option = command.Option,
            Reason = TextRules.IsBlank(command.Reason) ? null : command.Reason.Trim(), NameTyped = command.NameTyped.Trim(),
            DocumentHash = request.DocumentHash, At = now, Assurance = "link", Through = caller.Actor.Through,
            Hasty = invitation.LastSentAt is { } sent && now - sent < Hasty,
        };
        db.Answers.Add(answer);
        db.Entry(request).Property(x => x.State).IsModified = true; // asserts the request's version: nobody else has answered meanwhile
        await RecordAsync(answer, request, invitation, standing, cancellationToken);
        await ReceiptAsync(answer, request, invitation, cancellationToken);
        return answer;
    }

    private Task RecordAsync(Answer answer, DecisionRequest request, Invitation invitation, Answer? standing, CancellationToken cancellationToken)
    {
        var personal = new List<PersonalText> { new("nameTyped", invitation.PersonId, answer.NameTyped) };
        if (answer.Reason is not null)
        {
            personal.Add(new("reason", invitation.PersonId, answer.Reason));
        }

        return record.AddAsync(new Fact("decision-recorded", $"decision/{request.Id}",
            $"{invitation.RoleTitle}{(invitation.OnBehalfOfId is null ? "" : " (through a deputy)")}: {answer.Option}")
        {
            Process = request.Process, InstanceKey = request.InstanceKey, OnBehalfOf = invitation.OnBehalfOfId, Capacity = invitation.Capacity,
            Before = standing is null ? null : new { answer = standing.Id, option = standing.Option },
            After = new
            {
                answer = answer.Id, option = answer.Option, seat = invitation.SeatKey, document = answer.DocumentHash, hasty = answer.Hasty,
            },
            Personal = personal,
        }, cancellationToken);
    }

    private Task ReceiptAsync(Answer answer, DecisionRequest request, Invitation invitation, CancellationToken cancellationToken)
    {
        var mail = DecisionDesk.InvitationMail("decision-receipt", request, invitation, answer.Id.ToString());
        return outbox.QueueAsync(request.Service, mail with
        {
            InvitationId = null,
            Data = new Dictionary<string, string>(mail.Data)
            {
                ["option"] = OptionWords.Of(answer.Option), ["hash"] = answer.DocumentHash[..12],
                ["at"] = London.Moment(answer.At),
            },
        }, cancellationToken);
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>A member declares an interest: the seat leaves the electorate, the quorum stays (design section 5).</summary>
[KnownPerson]
public sealed record DeclareInterest(Guid CommandId, string Service, Guid InvitationId, string Nature, string NameTyped) : ICommand<DeclareInterestResult>;

public abstract record DeclareInterestResult
{
    public sealed record Declared : DeclareInterestResult;

    public sealed record Refused(Standing Why) : DeclareInterestResult;

    public sealed record NotYours : DeclareInterestResult;
}

internal sealed class DeclareInterestValidator : AbstractValidator<DeclareInterest>
{
    public DeclareInterestValidator()
    {
        RuleFor(x => x.Nature).Written("Enter what your interest is")
            .AtMost(2_000, "What your interest is");
        RuleFor(x => x.NameTyped).FullName();
    }
}

internal sealed class DeclareInterestHandler(
    GovernanceDb db, Standings standings, DecisionDesk desk, Outbox outbox, Record record, Caller caller, Randomness randomness, TimeProvider clock)
    : IRequestHandler<DeclareInterest, DeclareInterestResult>
{
    public async Task<DeclareInterestResult> Handle(DeclareInterest command, CancellationToken cancellationToken)
    {
        var request = await db.RequestOf(command.InvitationId).SingleOrDefaultAsync(x => x.Service == command.Service, cancellationToken);
        var invitation = request?.Invitations.Find(x => x.Id == command.InvitationId);
        if (invitation is null || !Standings.Belongs(invitation, caller.Actor))
        {
            return new DeclareInterestResult.NotYours();
        }

        var where = await standings.OfAsync(request!, invitation, cancellationToken);
        if (where != Standing.Open)
        {
            return new DeclareInterestResult.Refused(where);
        }

        invitation.Interested = true;
        if (await db.Answers.SingleOrDefaultAsync(x => x.InvitationId == invitation.Id && x.SupersededAt == null, cancellationToken) is { } answer)
        {
            answer.SupersededAt = clock.GetUtcNow();
        }

        db.Interests.Add(new Interest
        {
            Id = randomness.Id("interest", command.CommandId.ToString()), RequestId = request!.Id, InvitationId = invitation.Id,
            Nature = command.Nature.Trim(), At = clock.GetUtcNow(),
        });
        await outbox.TakeBackAsync(invitation.Id, cancellationToken);
        await record.AddAsync(new Fact("interest-declared", $"decision/{request.Id}", $"{invitation.RoleTitle} takes no part")
        {
            Process = request.Process, InstanceKey = request.InstanceKey, Capacity = invitation.Capacity, OnBehalfOf = invitation.OnBehalfOfId,
            After = new { seat = invitation.SeatKey },
            Personal = [new("nature", invitation.PersonId, command.Nature.Trim()), new("nameTyped", invitation.PersonId, command.NameTyped.Trim())],
        }, cancellationToken);
        await desk.SettleAsync(request, cancellationToken);
        return new DeclareInterestResult.Declared();
    }
}

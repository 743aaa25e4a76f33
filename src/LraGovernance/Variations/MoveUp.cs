using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Variations;

/// <summary>
/// Somebody moves a variation up to the fuller process, at any stage while it is open. There is no command that moves one down (clause 20.3).
/// </summary>
[Roles("commissioner", "head-of-service", "cabinet-member-community-services")]
public sealed record MoveUp(Guid CommandId, string Service, string Number, string Reason) : ICommand<MoveUpResult>;

public abstract record MoveUpResult
{
    public sealed record Submitted : MoveUpResult;

    public sealed record NotFound : MoveUpResult;

    /// <summary>It has been applied, declined or moved up already.</summary>
    public sealed record Closed(VariationState State) : MoveUpResult;
}

internal sealed class MoveUpValidator : AbstractValidator<MoveUp>
{
    public MoveUpValidator() => RuleFor(x => x.Reason).Written("Enter why it moves up").AtMost(2_000, "The reason");
}

internal sealed class MoveUpHandler(GovernanceDb db, Bursts bursts, Record record, Caller caller, TimeProvider clock) : IRequestHandler<MoveUp, MoveUpResult>
{
    /// <summary>What the process waits for beside its work.</summary>
    internal const string EventName = "variation-moved-up";

    public async Task<MoveUpResult> Handle(MoveUp command, CancellationToken cancellationToken)
    {
        if (await db.Variations.FindAsync([command.Service, command.Number], cancellationToken) is not { } variation)
        {
            return new MoveUpResult.NotFound();
        }

        var waiting = await (from bookmark in db.Bookmarks
            join instance in db.Instances on bookmark.InstanceId equals instance.Id
            where instance.Service == command.Service && instance.DefinitionId == VariationDesk.Process && instance.Key == command.Number && bookmark.EventName == EventName
            select bookmark).SingleOrDefaultAsync(cancellationToken);
        if (!VariationDesk.Open.Contains(variation.State) || variation.MovedUpAt is not null || waiting is null)
        {
            return new MoveUpResult.Closed(variation.State);
        }

        (variation.MovedUpAt, variation.MovedUpBecause) = (clock.GetUtcNow(), command.Reason.Trim());
        await record.AddAsync(new Fact("variation-moved-up", $"variation/{variation.Number}", "Somebody asks for it to be moved up to change management")
        {
            Process = VariationDesk.Process, InstanceKey = variation.Number, Before = new { variation.State },
            Personal = [new("reason", caller.Actor.PersonId!.Value, command.Reason)],
        }, cancellationToken);
        bursts.Resume(waiting.InstanceId, waiting.BookmarkId, Outcomes.Done);
        return new MoveUpResult.Submitted();
    }
}

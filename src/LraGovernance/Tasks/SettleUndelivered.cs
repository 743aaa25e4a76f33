using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Notifications;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Tasks;

/// <summary>Somebody has seen that a mail did not arrive: it is sent again, or the person has been reached another way.</summary>
/// <param name="SendAgain">Send it again, to the address held now; null where nothing was chosen.</param>
/// <param name="How">How the person was reached, where it is not sent again.</param>
[KnownPerson]
public sealed record SettleUndelivered(Guid CommandId, string Service, Guid TaskId, bool? SendAgain, string? How) : ICommand<SettleUndeliveredResult>;

public abstract record SettleUndeliveredResult
{
    public sealed record Settled : SettleUndeliveredResult;

    public sealed record Refused(TaskCompletion Why) : SettleUndeliveredResult;
}

internal sealed class SettleUndeliveredValidator : AbstractValidator<SettleUndelivered>
{
    public SettleUndeliveredValidator()
    {
        RuleFor(x => x.SendAgain).NotNull().WithMessage("Select what you have done");
        RuleFor(x => x.How).Written("Enter how you have reached them").When(x => x.SendAgain == false);
        RuleFor(x => x.How).AtMost(500, "How you have reached them");
    }
}

internal sealed class SettleUndeliveredHandler(GovernanceDb db, TaskDesk desk, Outbox outbox, Record record, Caller caller)
    : IRequestHandler<SettleUndelivered, SettleUndeliveredResult>
{
    public async Task<SettleUndeliveredResult> Handle(SettleUndelivered command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TellOfUndelivered.TaskKind, cancellationToken);
        if (task is null)
        {
            return new SettleUndeliveredResult.Refused(TaskCompletion.NotFound);
        }

        var completion = await desk.CompleteAsync(command.TaskId, command.SendAgain == true ? "SentAgain" : "ReachedOtherwise", cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new SettleUndeliveredResult.Refused(completion);
        }

        var mail = TellOfUndelivered.MailOf(task);
        if (command.SendAgain == true)
        {
            await outbox.SendAgainAsync(mail, cancellationToken);
        }

        await record.AddAsync(new Fact(command.SendAgain == true ? "mail-sent-again" : "reached-otherwise", $"mail/{mail}", task.Title)
        {
            Process = task.Process, InstanceKey = task.InstanceKey,
            Personal = command.SendAgain == true ? [] : [new("how", caller.Actor.PersonId!.Value, command.How!.Trim())],
        }, cancellationToken);
        return new SettleUndeliveredResult.Settled();
    }
}

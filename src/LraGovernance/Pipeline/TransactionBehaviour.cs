using System.Reflection;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Pipeline;

/// <summary>
/// One click, one commit: the change, its entry in the record, the workflow's next steps, tasks and mail rows stand or
/// fall together; only a fault in the next steps leaves the change standing (<see cref="Bursts"/>).
/// </summary>
internal sealed class TransactionBehaviour<TRequest, TResult>(
    GovernanceDb db, Caller caller, Record record, Bursts bursts, WriterGate gate, TimeProvider clock, ICrashPoints crash)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    private static readonly bool Replayed = typeof(TRequest).GetCustomAttribute<NeverReplayedAttribute>() is null;

    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is not ICommand command || caller.Depth > 0)
        {
            return await next();
        }

        if (command.CommandId == Guid.Empty)
        {
            throw new CommandIdMissingException(command);
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await record.LockHeadAsync(command.Service, cancellationToken);
        if (Replayed && await db.HandledCommands.FindAsync([command.CommandId], cancellationToken) is { } handled)
        {
            return handled.Replay<TResult>(command, caller.Actor);
        }

        caller.Depth++;
        try
        {
            var result = await next();
            if (Replayed && result is not INothingDone)
            {
                db.HandledCommands.Add(HandledCommand.Of(command, caller.Actor, result, clock.GetUtcNow()));
            }

            await db.SaveChangesAsync(cancellationToken);
            await bursts.CarryOutAsync(transaction, cancellationToken);
            crash.Pass("before-commit");
            await transaction.CommitAsync(cancellationToken);
            crash.Pass("after-commit");
            return result;
        }
        finally
        {
            caller.Depth--;
        }
    }
}

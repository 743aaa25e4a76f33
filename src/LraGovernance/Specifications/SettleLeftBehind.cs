using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>The commissioner says what becomes of changes that a new version has replaced unasked: raised again, or given up and why .</summary>
[KnownPerson]
public sealed record SettleLeftBehind(Guid CommandId, string Service, Guid TaskId, bool? RaisedAgain, string? Text) : ICommand<SettleLeftBehindResult>;

public abstract record SettleLeftBehindResult
{
    public sealed record Settled : SettleLeftBehindResult;

    public sealed record Refused(TaskCompletion Why) : SettleLeftBehindResult;
}

internal sealed class SettleLeftBehindValidator : AbstractValidator<SettleLeftBehind>
{
    public SettleLeftBehindValidator()
    {
        RuleFor(x => x.RaisedAgain).NotNull().WithMessage("Select what becomes of them");
        RuleFor(x => x.Text).Written("Enter the numbers of the variations, or why they are given up").AtMost(2_000, "What you enter");
    }
}

internal sealed class SettleLeftBehindHandler(GovernanceDb db, TaskDesk tasks, ChangedSince since, Record record, Caller caller) : IRequestHandler<SettleLeftBehind, SettleLeftBehindResult>
{
    internal const string TaskKind = "settle-left-behind";

    public async Task<SettleLeftBehindResult> Handle(SettleLeftBehind command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        var completion = task is null ? TaskCompletion.NotFound : await tasks.CompleteAsync(command.TaskId, Running.Outcomes.Done, cancellationToken);
        if (completion != TaskCompletion.Done)
        {
            return new SettleLeftBehindResult.Refused(completion);
        }

        var specification = await since.RefreshedAsync(command.Service, task!.InstanceKey, cancellationToken)
            ?? throw new InvalidOperationException($"No refresh has brought a specification for {task.InstanceKey} into force.");
        await record.AddAsync(new Fact("left-behind-settled", $"specification/{specification.Id}", command.RaisedAgain == true ? "What was left behind is raised again" : "What was left behind is given up")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { raisedAgain = command.RaisedAgain },
            Personal = [new("reason", caller.Actor.PersonId!.Value, command.Text!.Trim())],
        }, cancellationToken);
        return new SettleLeftBehindResult.Settled();
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.FormalDecisions;

/// <summary>The committee clerk records a decision that was taken elsewhere in the council: who took it, when, why, and what was rejected (design section 5).</summary>
[KnownPerson]
public sealed record RecordFormalDecision(Guid CommandId, string Service, Guid TaskId, FormalDecisionEntry Entry) : ICommand<RecordFormalDecisionResult>;

public sealed record FormalDecisionEntry(
    DecisionTaker? Taker, bool? IsKey, DateOnly? DecidedOn, bool? Agreed, string? Reference, string? Reasons, string? OptionsRejected, string? Interests);

public abstract record RecordFormalDecisionResult
{
    public sealed record Recorded(DateOnly CallInUntil) : RecordFormalDecisionResult;

    /// <summary>The notice of a key decision is not over on that day.</summary>
    public sealed record TooEarly(DateOnly Earliest) : RecordFormalDecisionResult, INothingDone;

    public sealed record Refused(TaskCompletion Why) : RecordFormalDecisionResult;
}

internal sealed class RecordFormalDecisionValidator : AbstractValidator<RecordFormalDecision>
{
    public RecordFormalDecisionValidator(TimeProvider clock)
    {
        RuleFor(x => x.Entry.Taker).NotNull().WithMessage("Select who took the decision");
        RuleFor(x => x.Entry.IsKey).NotNull().WithMessage("Select yes if it is a key decision");
        RuleFor(x => x.Entry.Agreed).NotNull().WithMessage("Select what was decided");
        RuleFor(x => x.Entry.DecidedOn).NotNull().WithMessage("Enter the day of the decision");
        RuleFor(x => x.Entry.DecidedOn).Must(x => x <= London.DateOf(clock.GetUtcNow())).When(x => x.Entry.DecidedOn is not null).WithMessage("The day of the decision must be today or in the past");
        RuleFor(x => x.Entry.Reference).Written("Enter the reference of the decision").AtMost(100, "The reference");
        RuleFor(x => x.Entry.Reasons).Written("Enter the reasons for the decision").AtMost(4_000, "The reasons");
        RuleFor(x => x.Entry.OptionsRejected).Written("Enter what else was considered, or None").AtMost(4_000, "What else was considered");
        RuleFor(x => x.Entry.Interests).Written("Enter the interests that were declared, or None").AtMost(1_000, "The interests");
    }
}

internal sealed class RecordFormalDecisionHandler(GovernanceDb db, TaskDesk tasks, Settings settings, CouncilCalendar calendar, Record record, TimeProvider clock)
    : IRequestHandler<RecordFormalDecision, RecordFormalDecisionResult>
{
    internal const string TaskKind = "record-formal-decision";

    public async Task<RecordFormalDecisionResult> Handle(RecordFormalDecision command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new RecordFormalDecisionResult.Refused(refusal);
        }

        var decision = await db.FormalDecisions.SingleAsync(x => x.Service == task!.Service && x.TaskId == task.Id, cancellationToken);
        var (entry, day) = (command.Entry, command.Entry.DecidedOn!.Value);
        var earliest = FormalDecisionRules.Earliest(decision.NoticeFrom, entry.IsKey!.Value, await settings.NumberAsync(task!.Service, "keyDecisionNoticeDays", cancellationToken));
        if (day < earliest)
        {
            return new RecordFormalDecisionResult.TooEarly(earliest);
        }

        var until = FormalDecisionRules.CallInUntil(
            day, new WorkingDays(await settings.NumberAsync(task.Service, "callInWorkingDays", cancellationToken)), await calendar.WorkingAsync(task.Service, cancellationToken));
        (decision.Taker, decision.IsKey, decision.Agreed, decision.DecidedOn) = (entry.Taker, entry.IsKey, entry.Agreed, day);
        (decision.Reference, decision.Reasons, decision.OptionsRejected) = (entry.Reference!.Trim(), entry.Reasons!.Trim(), entry.OptionsRejected!.Trim());
        (decision.Interests, decision.CallInUntil, decision.RecordedAt) = (entry.Interests!.Trim(), until, clock.GetUtcNow());
        await record.AddAsync(new Fact("formal-decision", $"formal-decision/{task.Id}", $"{decision.Title}: {(entry.Agreed!.Value ? "agreed" : "not agreed")} by the {FormalDecisionWords.Of(entry.Taker!.Value)}, {decision.Reference}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, Capacity = task.Role,
            After = new { taker = entry.Taker, key = entry.IsKey, decidedOn = day, agreed = entry.Agreed, reference = decision.Reference, callInUntil = until, paper = decision.PaperHash },
        }, cancellationToken);
        await tasks.CompleteAsync(task.Id, entry.Agreed.Value ? "Agreed" : "NotAgreed", JsonValue.Create(until.ToString("O", CultureInfo.InvariantCulture)), cancellationToken);
        return new RecordFormalDecisionResult.Recorded(until);
    }
}

using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>The author of a draft takes over what has changed in the version in force since the draft was opened, or says why not (R-031, R-124).</summary>
/// <param name="InForce">Hash of the piece as the author saw it in force; null where it was taken out.</param>
[KnownPerson]
public sealed record SettleChange(Guid CommandId, string Service, Guid TaskId, string Piece, string? InForce, bool? Take, string? Reason) : ICommand<SettleChangeResult>;

public abstract record SettleChangeResult
{
    public sealed record Settled : SettleChangeResult;

    /// <summary>There is no such change to answer any more, or it is another one by now.</summary>
    public sealed record ChangedMeanwhile : SettleChangeResult;

    public sealed record Refused(TaskCompletion Why) : SettleChangeResult;
}

internal sealed class SettleChangeValidator : AbstractValidator<SettleChange>
{
    public SettleChangeValidator()
    {
        RuleFor(x => x.Take).NotNull().WithMessage("Select whether the draft takes it over");
        RuleFor(x => x.Reason).Written("Enter why the draft leaves it out").When(x => x.Take == false);
        RuleFor(x => x.Reason).AtMost(2_000, "The reason");
    }
}

internal sealed class SettleChangeHandler(GovernanceDb db, TaskDesk tasks, SpecificationFile file, ChangedSince since, Record record, Caller caller, TimeProvider clock)
    : IRequestHandler<SettleChange, SettleChangeResult>
{
    public async Task<SettleChangeResult> Handle(SettleChange command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == SubmitDraftHandler.TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new SettleChangeResult.Refused(refusal);
        }

        var specification = await file.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        var draft = await file.AssembleAsync(specification, cancellationToken);
        var changed = await since.OfAsync(specification, draft, cancellationToken);
        if (changed?.Open.FirstOrDefault(x => x.Piece == command.Piece && x.InForce == command.InForce) is not { } piece)
        {
            return new SettleChangeResult.ChangedMeanwhile();
        }

        var (person, reason) = (caller.Actor.PersonId!.Value, command.Take == true || TextRules.IsBlank(command.Reason) ? null : command.Reason.Trim());
        if (command.Take == true)
        {
            await file.PutAsync(specification, changed.Taken(draft, piece.Piece), cancellationToken);
        }

        db.DraftChoices.Add(new DraftChoice
        {
            SpecificationId = specification.Id, Piece = piece.Piece, InForce = piece.InForce ?? "", Taken = command.Take!.Value, Reason = reason, PersonId = person, At = clock.GetUtcNow(),
        });
        await record.AddAsync(new Fact("change-settled", $"specification/{specification.Id}", $"{piece.Piece} as in version {changed.Version}: {(command.Take.Value ? "taken over" : "left out")}")
        {
            Process = task.Process, InstanceKey = task.InstanceKey, After = new { piece = piece.Piece, inForce = piece.InForce, taken = command.Take },
            Personal = reason is null ? [] : [new("reason", person, reason)],
        }, cancellationToken);
        return new SettleChangeResult.Settled();
    }
}

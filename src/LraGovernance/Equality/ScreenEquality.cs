using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Equality;

/// <summary>What is said of one group; nothing is assumed that was not answered.</summary>
public sealed record ScreenedEntry(string Key, bool? Differs, bool? Promotes, Effect? Positive, Effect? Negative, string? Detail);

/// <summary>The responsible officer screens a case against each protected characteristic, and judges (003 EqIA Part 1).</summary>
[KnownPerson]
public sealed record ScreenEquality(
    Guid CommandId, string Service, Guid TaskId, string? Context, string? Consultation, IReadOnlyList<ScreenedEntry> Groups, Judgement? Judgement, string? Reasons) : ICommand<ScreenEqualityResult>;

public abstract record ScreenEqualityResult
{
    public sealed record Screened(string CaseNumber) : ScreenEqualityResult;

    public sealed record Refused(TaskCompletion Why) : ScreenEqualityResult;
}

internal sealed class ScreenEqualityValidator : AbstractValidator<ScreenEquality>
{
    public ScreenEqualityValidator()
    {
        RuleFor(x => x.Context).Written("Enter what the case is about and whom it is for").AtMost(4_000, "The context");
        RuleFor(x => x.Consultation).Written("Enter who was consulted and which data you used").AtMost(4_000, "Consultation and data");
        RuleFor(x => x.Groups).Must(x => x.Select(g => g.Key).SequenceEqual(EqualityWords.Characteristics.Select(c => c.Key))).WithMessage("Answer for every characteristic");
        RuleForEach(x => x.Groups).ChildRules(group =>
        {
            group.RuleFor(x => x.Differs).NotNull().WithMessage(x => $"Select whether it affects people differently: {Label(x.Key)}");
            group.RuleFor(x => x.Promotes).NotNull().WithMessage(x => $"Select whether it promotes equal opportunities: {Label(x.Key)}");
            group.RuleFor(x => x.Positive).NotNull().WithMessage(x => $"Select the positive effect: {Label(x.Key)}");
            group.RuleFor(x => x.Negative).NotNull().WithMessage(x => $"Select the negative effect: {Label(x.Key)}");
            group.RuleFor(x => x.Detail).Written("Enter what the effect is, and what is done about it").When(x => x.Differs == true || x.Negative is Effect.High or Effect.Medium or Effect.Low);
            group.RuleFor(x => x.Detail).AtMost(2_000, "The detail");
        });
        RuleFor(x => x.Judgement).NotNull().WithMessage("Select what the screening comes to");
        RuleFor(x => x.Reasons).Written("Enter the reasons for your judgement").AtMost(4_000, "The reasons");
    }

    private static string Label(string key) => EqualityWords.Characteristics.FirstOrDefault(x => x.Key == key)?.Label.ToLowerInvariant() ?? key;
}

internal sealed class ScreenEqualityHandler(GovernanceDb db, EqualityDesk desk, TaskDesk tasks, Caller caller) : IRequestHandler<ScreenEquality, ScreenEqualityResult>
{
    internal const string TaskKind = "screen-equality";

    public async Task<ScreenEqualityResult> Handle(ScreenEquality command, CancellationToken cancellationToken)
    {
        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(x => x.Id == command.TaskId && x.Kind == TaskKind, cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return new ScreenEqualityResult.Refused(refusal);
        }

        var one = await desk.OfAsync(task!.Service, task.InstanceKey, cancellationToken);
        one.Screening = CanonicalJson.Write(command.Groups.Select(x => new Screened(x.Key, x.Differs!.Value, x.Promotes!.Value, x.Positive!.Value, x.Negative!.Value, x.Detail?.Trim())).ToList());
        (one.Context, one.Consultation, one.Reasons) = (command.Context!.Trim(), command.Consultation!.Trim(), command.Reasons!.Trim());
        (one.Judgement, one.SeniorSignedAt, one.LeadSignedAt) = (command.Judgement, null, null);
        await desk.RecordAsync(one, "equality-screened", $"Screened: {EqualityWords.Of(command.Judgement!.Value)}", new { judgement = command.Judgement, screening = CanonicalJson.Hash(one.Screening) }, cancellationToken,
            [new("reasons", caller.Actor.PersonId!.Value, one.Reasons)]);
        await tasks.CompleteAsync(task.Id, command.Judgement is Judgement.FullAssessmentNeeded ? "Full" : "Screened", cancellationToken);
        return new ScreenEqualityResult.Screened(one.CaseNumber);
    }
}

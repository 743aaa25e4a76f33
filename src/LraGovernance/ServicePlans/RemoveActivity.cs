using FluentValidation;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>Takes an activity out of a plan, with a reason. What it alone answered is a gap again.</summary>
[KnownPerson]
public sealed record RemoveActivity(Guid CommandId, string Service, string FinancialYear, Guid? TaskId, string Number, int BasedOn, string? Reason) : ICommand<RemoveActivityResult>;

public abstract record RemoveActivityResult
{
    /// <param name="Gaps">What nothing answers now that this answered.</param>
    public sealed record Removed(IReadOnlyList<CoverageLine> Gaps) : RemoveActivityResult;

    public sealed record ChangedMeanwhile(int Version) : RemoveActivityResult;

    public sealed record Refused(PlanRefusal Why) : RemoveActivityResult;
}

internal sealed class RemoveActivityValidator : AbstractValidator<RemoveActivity>
{
    public RemoveActivityValidator() => RuleFor(x => x.Reason).Written("Enter why it is taken out").AtMost(1_000, "The reason");
}

internal sealed class RemoveActivityHandler(GovernanceDb db, PlanDesk desk, PlanEditing editing, Caller caller) : IRequestHandler<RemoveActivity, RemoveActivityResult>
{
    public async Task<RemoveActivityResult> Handle(RemoveActivity command, CancellationToken cancellationToken)
    {
        var editable = await editing.OfAsync(command.Service, command.FinancialYear, command.TaskId, cancellationToken);
        if (editable.Refusal is { } refusal)
        {
            return new RemoveActivityResult.Refused(refusal);
        }

        var plan = editable.Plan!;
        var standing = await db.PlanActivities.AsNoTracking().SingleOrDefaultAsync(
            x => x.Service == plan.Service && x.FinancialYear == plan.FinancialYear && x.Number == command.Number && x.SupersededAt == null && !x.Removed, cancellationToken);
        if (standing is null || !editable.Covers(standing.Read().Function))
        {
            return new RemoveActivityResult.Refused(standing is null ? PlanRefusal.NotFound : PlanRefusal.NotYours);
        }

        if (standing.Version != command.BasedOn)
        {
            return new RemoveActivityResult.ChangedMeanwhile(standing.Version);
        }

        var specification = await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var before = await desk.ActivitiesAsync(plan.Service, plan.FinancialYear, cancellationToken);
        IReadOnlyList<NumberedActivity> after = [.. before.Where(x => x.Number != command.Number)];
        var known = PlanCoverage.Gaps(specification.Document, before).Select(x => x.Key).ToHashSet();
        IReadOnlyList<CoverageLine> gaps = [.. PlanCoverage.Gaps(specification.Document, after).Where(x => !known.Contains(x.Key))];
        await desk.PutAsync(plan, command.Number, null, command.Reason!.Trim(), cancellationToken);
        var hash = plan.Hash;
        if (plan.State == PlanState.InForce)
        {
            await desk.FreezeAsync(plan, after, specification, cancellationToken);
            await desk.UntieAsync(plan, command.Number, cancellationToken);
        }

        await desk.RecordAsync(plan, plan.State == PlanState.InForce ? "service-plan-amended" : "activity-removed", $"{PlanDesk.TitleOf(plan.FinancialYear)}: {command.Number} is taken out",
            new { activity = command.Number, standing.Version, plan = hash }, new { plan = plan.Hash, gaps = gaps.Select(x => $"{x.Kind}/{x.Key}") }, cancellationToken,
            [new("reason", caller.Actor.PersonId!.Value, command.Reason!.Trim())]);
        return new RemoveActivityResult.Removed(gaps);
    }
}

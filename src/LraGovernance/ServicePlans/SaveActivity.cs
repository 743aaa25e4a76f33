using System.Globalization;
using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>
/// Adds an activity to a plan, or changes one: while the plan is drafted by a task, and in force with a reason. The edit names the version that it
/// started from, so that nothing is overwritten that somebody else has saved meanwhile.
/// </summary>
/// <param name="Number">Null for a new one.</param>
/// <param name="BasedOn">The version that the writer saw; 0 for a new one.</param>
[KnownPerson]
public sealed record SaveActivity(Guid CommandId, string Service, string FinancialYear, Guid? TaskId, string? Number, int BasedOn, ActivityEntry Activity, string? Reason)
    : ICommand<SaveActivityResult>;

public abstract record SaveActivityResult
{
    public sealed record Saved(string Number) : SaveActivityResult;

    public sealed record Unchanged : SaveActivityResult;

    public sealed record ChangedMeanwhile(int Version) : SaveActivityResult;

    /// <summary>It names something that the specification, the pack or the plan does not have.</summary>
    public sealed record Unknown(string Field, string Value) : SaveActivityResult;

    public sealed record Refused(PlanRefusal Why) : SaveActivityResult;
}

internal sealed class SaveActivityValidator : AbstractValidator<SaveActivity>
{
    public SaveActivityValidator()
    {
        RuleFor(x => x.Activity).SetValidator(new ActivityEntryValidator());
        RuleFor(x => x.Reason).Written("Enter why the plan in force is changed").When(x => x.TaskId is null);
        RuleFor(x => x.Reason).AtMost(1_000, "The reason");
    }
}

internal sealed class SaveActivityHandler(GovernanceDb db, PlanDesk desk, PlanEditing editing, Caller caller) : IRequestHandler<SaveActivity, SaveActivityResult>
{
    public async Task<SaveActivityResult> Handle(SaveActivity command, CancellationToken cancellationToken)
    {
        var editable = await editing.OfAsync(command.Service, command.FinancialYear, command.TaskId, cancellationToken);
        if (editable.Refusal is { } refusal)
        {
            return new SaveActivityResult.Refused(refusal);
        }

        var plan = editable.Plan!;
        var standing = await db.PlanActivities.AsNoTracking().SingleOrDefaultAsync(
            x => x.Service == plan.Service && x.FinancialYear == plan.FinancialYear && x.Number == command.Number && x.SupersededAt == null, cancellationToken);
        if (command.Number is not null && standing is null)
        {
            return new SaveActivityResult.Refused(PlanRefusal.NotFound);
        }

        if (!editable.Covers(command.Activity.Function!) || (standing is not null && !editable.Covers(standing.Read().Function)))
        {
            return new SaveActivityResult.Refused(PlanRefusal.NotYours);
        }

        var specification = await desk.SpecificationAsync(plan.Service, plan.FinancialYear, cancellationToken);
        var roles = await db.Roles.AsNoTracking().Where(x => x.Service == plan.Service && x.Side == "service").Select(x => x.Key).ToListAsync(cancellationToken);
        if (command.Activity.Unknown(CanonicalJson.Read<PlanFrame>(plan.Frame), specification.Document, roles) is { } unknown)
        {
            return new SaveActivityResult.Unknown(unknown.Field, unknown.Value);
        }

        var content = command.Activity.ToContent();
        if (standing is { Removed: false } && standing.Content == CanonicalJson.Write(content))
        {
            return new SaveActivityResult.Unchanged();
        }

        if (standing is not null && standing.Version != command.BasedOn)
        {
            return new SaveActivityResult.ChangedMeanwhile(standing.Version);
        }

        var number = command.Number ?? await NextNumberAsync(plan, cancellationToken);
        await PutAsync(plan, number, content, command, standing, specification, cancellationToken);
        return new SaveActivityResult.Saved(number);
    }

    private async Task PutAsync(
        ServicePlan plan, string number, ActivityContent content, SaveActivity command, PlanActivity? standing, Specifications.VersionInForce specification, CancellationToken cancellationToken)
    {
        var inForce = command.TaskId is null;
        var version = await desk.PutAsync(plan, number, content, inForce ? command.Reason!.Trim() : null, cancellationToken);
        var before = plan.Hash;
        if (inForce)
        {
            await desk.FreezeAsync(plan, await desk.ActivitiesAsync(plan.Service, plan.FinancialYear, cancellationToken), specification, cancellationToken);
            await desk.UntieAsync(plan, number, cancellationToken);
            await desk.TieAsync(plan, [new(number, content)], specification.Document, cancellationToken);
        }

        await desk.RecordAsync(plan, inForce ? "service-plan-amended" : "activity-saved", $"{PlanDesk.TitleOf(plan.FinancialYear)}: {number} is {(standing is null ? "added" : "changed")}",
            standing is null ? null : new { activity = number, standing.Version, text = CanonicalJson.Hash(standing.Content), plan = inForce ? before : null },
            new { activity = number, version.Version, text = CanonicalJson.Hash(version.Content), plan = inForce ? plan.Hash : null }, cancellationToken,
            inForce ? [new("reason", caller.Actor.PersonId!.Value, command.Reason!.Trim())] : []);
    }

    private async Task<string> NextNumberAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var last = await db.PlanActivities.AsNoTracking().Where(x => x.Service == plan.Service && x.FinancialYear == plan.FinancialYear).MaxAsync(x => (string?)x.Number, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"A{(last is null ? 1 : int.Parse(last[1..], CultureInfo.InvariantCulture) + 1):000}");
    }
}

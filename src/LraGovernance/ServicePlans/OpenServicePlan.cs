using FluentValidation;
using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>Opens the plan of a year: from the plan in force the year before, or in the first year from the pack's proposal .</summary>
[SystemOnly]
public sealed record OpenServicePlan(Guid CommandId, string Service, string FinancialYear) : IStepCommand<OpenServicePlan, OpenServicePlanResult>
{
    public static OpenServicePlan From(StepOrigin origin) => new(origin.CommandId, origin.Service, origin.InstanceKey);
}

public abstract record OpenServicePlanResult
{
    public sealed record Opened : OpenServicePlanResult;
}

internal sealed class OpenServicePlanValidator : AbstractValidator<OpenServicePlan>
{
    public OpenServicePlanValidator() => RuleFor(x => x.FinancialYear).Must(x => FinancialYear.TryParse(x, out _));
}

internal sealed class OpenServicePlanHandler(GovernanceDb db, PlanDesk desk, PackFolder packs, TimeProvider clock) : IRequestHandler<OpenServicePlan, OpenServicePlanResult>
{
    public async Task<OpenServicePlanResult> Handle(OpenServicePlan command, CancellationToken cancellationToken)
    {
        var year = FinancialYear.Parse(command.FinancialYear);
        var pack = packs.Open((await db.Services.AsNoTracking().SingleAsync(x => x.Key == command.Service, cancellationToken)).Pack);
        var document = (await desk.SpecificationAsync(command.Service, command.FinancialYear, cancellationToken)).Document;
        var before = await db.ServicePlans.AsNoTracking().SingleOrDefaultAsync(
            x => x.Service == command.Service && x.FinancialYear == $"{year.Previous}" && x.State == PlanState.InForce, cancellationToken);
        var proposed = before is null ? PackPlan.Activities(pack) : await desk.ActivitiesAsync(command.Service, before.FinancialYear, cancellationToken);
        var plan = new ServicePlan
        {
            Service = command.Service, FinancialYear = command.FinancialYear, State = PlanState.Drafting, OpenedAt = clock.GetUtcNow(),
            Frame = CanonicalJson.Write(PackPlan.Frame(pack) with { Title = PlanDesk.TitleOf(command.FinancialYear), Budget = document.Budget.FirstOrDefault(x => x.FinancialYear == command.FinancialYear) }),
        };
        db.ServicePlans.Add(plan);
        var clauses = document.Clauses.Select(x => x.Id).ToHashSet();
        db.PlanActivities.AddRange(proposed.Select(x => new PlanActivity
        {
            Service = plan.Service, FinancialYear = plan.FinancialYear, Number = x.Number, Version = 1, At = plan.OpenedAt,
            Content = CanonicalJson.Write(x.Content with { Due = x.Content.Due < year.First ? year.Last : x.Content.Due, Clauses = [.. x.Content.Clauses.Where(clauses.Contains)] }),
        }));
        await desk.RecordAsync(plan, "service-plan-opened", $"{PlanDesk.TitleOf(plan.FinancialYear)}: draft opened", null,
            new { activities = proposed.Count, from = before is null ? "pack" : before.FinancialYear }, cancellationToken);
        return new OpenServicePlanResult.Opened();
    }
}

using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.People;
using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.ServicePlans;

/// <summary>A plan that the person who acts may change; or why not.</summary>
/// <param name="Functions">Whose activities, where it is only those of some functions.</param>
internal sealed record Editable(ServicePlan? Plan, IReadOnlyList<string>? Functions, PlanRefusal? Refusal)
{
    internal bool Covers(string function) => Functions is null || Functions.Contains(function);
}

/// <summary>Why a plan was not changed.</summary>
public enum PlanRefusal { NotFound, NotYours, TaskClosed, NotInForce }

/// <summary>
/// Who may change a plan: while it is drafted, whoever has the task of drafting it, and owners what belongs to their functions; in force and in its year, the head of service.
/// </summary>
internal sealed class PlanEditing(GovernanceDb db, TaskDesk tasks, Holders holders, Caller caller, TimeProvider clock)
{
    internal const string MayAmend = "head-of-service";

    private DateOnly Today => London.DateOf(clock.GetUtcNow());

    internal async Task<Editable> OfAsync(string service, string financialYear, Guid? taskId, CancellationToken cancellationToken)
    {
        if (taskId is not { } id)
        {
            var inForce = await db.ServicePlans.FindAsync([service, financialYear], cancellationToken);
            return inForce is null ? No(PlanRefusal.NotFound)
                : !caller.Actor.Holds(service, MayAmend) ? No(PlanRefusal.NotYours)
                : inForce.State != PlanState.InForce || Today > FinancialYear.Parse(financialYear).Last ? No(PlanRefusal.NotInForce) : new(inForce, null, null);
        }

        var task = await db.Tasks.AsNoTracking().Include(x => x.Assignees).SingleOrDefaultAsync(
            x => x.Id == id && x.Service == service && x.InstanceKey == financialYear && (x.Kind == SubmitPlanHandler.TaskKind || x.Kind == ProposeActivitiesHandler.TaskKind), cancellationToken);
        if (tasks.Refusal(task) is { } refusal)
        {
            return No(refusal == TaskCompletion.AlreadyClosed ? PlanRefusal.TaskClosed : PlanRefusal.NotFound);
        }

        var plan = await db.ServicePlans.FindAsync([service, financialYear], cancellationToken);
        return new(plan, task!.Kind == SubmitPlanHandler.TaskKind ? null
            : await holders.ScopesAsync(service, ProposeActivitiesHandler.Role, caller.Actor.PersonId!.Value, Today, cancellationToken), null);

        static Editable No(PlanRefusal why) => new(null, null, why);
    }
}

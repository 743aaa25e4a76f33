using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>A page on which a plan is changed: by a task while it is drafted, else in force by whoever may amend it.</summary>
internal abstract class PlanChangePage(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public PlanView View { get; private set; } = null!;

    public Guid? TaskId { get; private set; }

    public string? Number { get; private set; }

    /// <summary>The activity as it stands; null for a new one.</summary>
    public ActivityLine? Line { get; private set; }

    /// <summary>Why it was refused, in a sentence.</summary>
    public string? Refusal { get; protected set; }

    public string Back => TaskId is { } task ? $"/service-plans/draft/{task}" : Number is null ? $"/service-plans/{View.FinancialYear}" : $"/service-plans/{View.FinancialYear}/{Number}";

    protected async Task<bool> FindAsync(string financialYear, string? number, Guid? task)
    {
        if (await ReadServiceAsync() is not { } service
            || (task is { } id ? await SendAsync(new ReadPlanTask(id)) : await SendAsync(new ReadServicePlan(service.Key, financialYear))) is not { } view || view.FinancialYear != financialYear)
        {
            return false;
        }

        (View, TaskId, Number, Line) = (view, task, number, view.Activities.FirstOrDefault(x => x.Number == number));
        return (number is null || Line is not null) && (task is not null || view.MayAmend);
    }
}

using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>The commissioner accepts the plan, or returns it.</summary>
[KnownPerson]
internal sealed class ReviewModel(Commands commands, Visitor visitor, Randomness randomness) : PlanTaskPage(commands, visitor, TaskAddresses.ReviewPlan)
{
    [BindProperty]
    public ReviewPlanForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenPlanAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenPlanAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new ReviewPlan(Form.CommandId, Asked.Service, taskId, Form.MeetsAims, Form.ReflectsPriorities, Form.ReflectsPrinciples, Form.Comment)))
        {
            case ReviewPlanResult.Reviewed reviewed:
                this.Announce(reviewed.Accepted ? "Accepted: the plan goes into force" : "Returned: the head of service sees what has to change");
                return Redirect(reviewed.Accepted ? $"/service-plans/{View.FinancialYear}" : "/waiting");
            case ReviewPlanResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class ReviewPlanForm : CommandForm
{
    public bool? MeetsAims { get; set; }

    public bool? ReflectsPriorities { get; set; }

    public bool? ReflectsPrinciples { get; set; }

    public string? Comment { get; set; }
}

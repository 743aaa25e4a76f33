using LraGovernance.Pipeline;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.ServicePlans;

/// <summary>Owners propose the activities of their functions, and the head of service submits the whole.</summary>
[KnownPerson]
internal sealed class DraftModel(Commands commands, Visitor visitor, Randomness randomness) : PlanTaskPage(commands, visitor, TaskAddresses.ProposeActivities, TaskAddresses.DraftPlan)
{
    [BindProperty]
    public CommandForm Form { get; set; } = new();

    public bool Proposes => Asked.Kind == TaskAddresses.ProposeActivities;

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

        return Proposes ? await ProposeAsync() : await SubmitAsync();
    }

    private async Task<IActionResult> ProposeAsync()
    {
        if (await TrySendAsync(new ProposeActivities(Form.CommandId, Asked.Service, Asked.Id)) is ProposeActivitiesResult.Refused refused)
        {
            return Refused(refused.Why);
        }

        this.Announce("Proposed: the head of service puts the plan together");
        return Redirect("/waiting");
    }

    private async Task<IActionResult> SubmitAsync()
    {
        switch (await TrySendAsync(new SubmitPlan(Form.CommandId, Asked.Service, Asked.Id)))
        {
            case SubmitPlanResult.Submitted submitted:
                this.Announce(submitted.Gaps == 0 ? "Submitted: the commissioner reviews the plan" : "The plan has come back to you: something is answered by no activity");
                return Redirect("/waiting");
            case SubmitPlanResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

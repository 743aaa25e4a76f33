using System.ComponentModel.DataAnnotations;
using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>The head of service agrees the action plan of an exception.</summary>
[KnownPerson]
internal sealed class PlanModel(Commands commands, Visitor visitor, Randomness randomness) : ExceptionTaskPage(commands, visitor, TaskAddresses.ActionPlan)
{
    private const int MostActions = 5;

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenCaseAsync(taskId) ?? Show();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var actions = Form.Actions.Where(x => !string.IsNullOrWhiteSpace(x.What) || !string.IsNullOrWhiteSpace(x.Owner) || x.By is not null).Select(x => new ActionEntry(x.What, x.Owner, x.By)).ToList();
        switch (ModelState.IsValid ? await TrySendAsync(new AgreeActionPlan(Form.CommandId, Asked.Service, taskId, Form.Cause, actions)) : null)
        {
            case AgreeActionPlanResult.Agreed agreed:
                this.Announce($"Agreed: the action plan for {agreed.Number}");
                return Redirect($"/exceptions/{agreed.Number}");
            case AgreeActionPlanResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Show();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show()
    {
        while (Form.Actions.Count < MostActions)
        {
            Form.Actions.Add(new());
        }

        return Page();
    }
}

internal sealed class PlanForm : CommandForm
{
    public string? Cause { get; set; }

    public List<PlanAction> Actions { get; set; } = [];
}

internal sealed class PlanAction
{
    public string? What { get; set; }

    public string? Owner { get; set; }

    [Display(Name = "The day by which it is done")]
    public DateOnly? By { get; set; }
}

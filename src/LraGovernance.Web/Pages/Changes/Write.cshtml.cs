using System.ComponentModel.DataAnnotations;
using LraGovernance.Changes;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Changes;

/// <summary>The commissioner writes the business case of a change.</summary>
[KnownPerson]
internal sealed class WriteModel(Commands commands, Visitor visitor, Randomness randomness) : ChangeTaskPage(commands, visitor, TaskAddresses.BusinessCase)
{
    [BindProperty]
    public BusinessCaseForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var one = View.Change;
        Form = new() { CommandId = randomness.Id("form", ""), BusinessCase = one.BusinessCase, Options = one.Options, Communication = one.Communication, ReviewOn = one.ReviewOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (ModelState.IsValid ? await TrySendAsync(new WriteBusinessCase(
            Form.CommandId, Asked.Service, taskId, Form.BusinessCase, Form.Options, Form.Communication, Form.ReviewOn, Form.NeedsFormalDecision)) : null)
        {
            case WriteBusinessCaseResult.Submitted submitted:
                this.Announce($"Submitted: the business case of {submitted.Number}");
                return Redirect($"/changes/{submitted.Number}");
            case WriteBusinessCaseResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class BusinessCaseForm : CommandForm
{
    public string? BusinessCase { get; set; }

    public string? Options { get; set; }

    public string? Communication { get; set; }

    [Display(Name = "The day of the review")]
    public DateOnly? ReviewOn { get; set; }

    public bool? NeedsFormalDecision { get; set; }
}

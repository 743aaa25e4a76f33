using LraGovernance.Equality;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Equality;

/// <summary>The senior officer or the directorate equality lead signs an assessment, or returns it.</summary>
[KnownPerson]
internal sealed class SignModel(Commands commands, Visitor visitor, Randomness randomness) : EqualityTaskPage(commands, visitor, TaskAddresses.SignEquality)
{
    [BindProperty]
    public SignForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenCaseAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new SignEquality(Form.CommandId, Asked.Service, taskId, Form.Signs, Form.Reason)))
        {
            case SignEqualityResult.Agreed signed:
                this.Announce($"Signed: the assessment of {signed.CaseNumber}");
                return Redirect($"/equality/{signed.CaseNumber}");
            case SignEqualityResult.Returned returned:
                this.Announce($"Returned: the assessment of {returned.CaseNumber}");
                return Redirect($"/equality/{returned.CaseNumber}");
            case SignEqualityResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class SignForm : CommandForm
{
    public bool? Signs { get; set; }

    public string? Reason { get; set; }
}

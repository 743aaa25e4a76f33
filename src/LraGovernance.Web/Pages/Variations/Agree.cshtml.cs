using LraGovernance.Pipeline;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>One of the three parties agrees a minor variation, or declines it.</summary>
[KnownPerson]
internal sealed class AgreeModel(Commands commands, Visitor visitor, Randomness randomness) : VariationTaskPage(commands, visitor, TaskAddresses.AgreeVariation)
{
    [BindProperty]
    public AgreeForm Form { get; set; } = new();

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

        switch (await TrySendAsync(new AgreeVariation(Form.CommandId, Asked.Service, taskId, Form.Agrees, Form.Reason)))
        {
            case AgreeVariationResult.Agreed:
                this.Announce($"Recorded: you agree {View.Variation.Number}");
                return Redirect($"/variations/{View.Variation.Number}");
            case AgreeVariationResult.Declined:
                this.Announce($"Recorded: you decline {View.Variation.Number}");
                return Redirect($"/variations/{View.Variation.Number}");
            case AgreeVariationResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class AgreeForm : CommandForm
{
    public bool? Agrees { get; set; }

    public string? Reason { get; set; }
}

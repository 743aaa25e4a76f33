using LraGovernance.Pipeline;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>One side answers the three tests, and whether the change is substantive, fundamental or bears on equality.</summary>
[KnownPerson]
internal sealed class AssessModel(Commands commands, Visitor visitor, Randomness randomness) : VariationTaskPage(commands, visitor, TaskAddresses.AssessVariation)
{
    [BindProperty]
    public AssessForm Form { get; set; } = new();

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

        switch (await TrySendAsync(new AssessVariation(
            Form.CommandId, Asked.Service, taskId, Form.Objective.Answer(), Form.Objectives, Form.Policy.Answer(), Form.Budget.Answer(), Form.Substantive, Form.Fundamental, Form.EqualityRelevant)))
        {
            case AssessVariationResult.Submitted:
                this.Announce($"Recorded: your answers on {View.Variation.Number}");
                return Redirect($"/variations/{View.Variation.Number}");
            case AssessVariationResult.NoObjective other:
                ModelState.AddModelError("Form.Objectives", $"Clause {other.Clause} is not an overarching objective of the specification in force");
                Form.CommandId = randomness.Id("form", "");
                return Page();
            case AssessVariationResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }
}

internal sealed class AssessForm : CommandForm
{
    public TestForm Objective { get; set; } = new();

    public List<string> Objectives { get; set; } = [];

    public TestForm Policy { get; set; } = new();

    public TestForm Budget { get; set; } = new();

    public bool? Substantive { get; set; }

    public bool? Fundamental { get; set; }

    public bool? EqualityRelevant { get; set; }
}

internal sealed class TestForm
{
    public bool? Fails { get; set; }

    public string? Reason { get; set; }

    public TestAnswer Answer() => new(Fails, Reason ?? "");
}

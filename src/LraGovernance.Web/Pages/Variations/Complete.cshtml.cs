using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>The commissioner writes a variation that the Board asked for when it decided on an exception.</summary>
[KnownPerson]
internal sealed class CompleteModel(Commands commands, Visitor visitor, Randomness randomness) : VariationTaskPage(commands, visitor, TaskAddresses.CompleteVariation)
{
    [BindProperty]
    public VariationForm Form { get; set; } = new();

    public SpecificationDocument Document { get; private set; } = null!;

    /// <summary>Why it was not taken, in a sentence.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid taskId, [FromQuery] PieceChoice chosen)
    {
        if (await OpenDocumentAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        Form.CommandId = randomness.Id("form", "");
        Form.Begin(Document, chosen);
        (Form.Content.Title, Form.Content.Why) = (View.Variation.Title, View.Variation.Why);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenDocumentAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        Form.RequireBudget(ModelState);
        switch (ModelState.IsValid ? await TrySendAsync(new CompleteVariation(Form.CommandId, Asked.Service, taskId, Form.ToContent())) : null)
        {
            case CompleteVariationResult.Completed:
                this.Announce($"Written: {View.Variation.Number}. Both sides are asked to test it");
                return Redirect($"/variations/{View.Variation.Number}");
            case CompleteVariationResult.ChangedMeanwhile changed:
                return Again(VariationRefusals.Changed(changed.Pieces));
            case CompleteVariationResult.NothingWouldChange:
                return Again(VariationRefusals.Nothing);
            case CompleteVariationResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(string refusal)
    {
        Refusal = refusal;
        Form.StartFrom(Document);
        Form.CommandId = randomness.Id("form", ""); // the refusal was that one's answer
        return Page();
    }

    private async Task<IActionResult?> OpenDocumentAsync(Guid taskId)
    {
        if (await OpenCaseAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadSpecification(Asked.Service)) is not { } view)
        {
            return NotFound();
        }

        Document = view.Document;
        return null;
    }
}

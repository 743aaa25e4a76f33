using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Variations;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Variations;

/// <summary>Either side proposes a variation: first what it would change, then how.</summary>
[Roles("commissioner", "head-of-service", "senior-manager")]
internal sealed class RaiseModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public VariationForm Form { get; set; } = new();

    public PieceChoice Chosen { get; private set; } = new();

    /// <summary>The version in force; null where none is.</summary>
    public SpecificationDocument? Document { get; private set; }

    public string? Version { get; private set; }

    /// <summary>Why it was not raised, in a sentence.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync([FromQuery] PieceChoice chosen)
    {
        await ReadDocumentAsync();
        Chosen = chosen;
        Form.CommandId = randomness.Id("form", "");
        if (Document is not null)
        {
            Form.Begin(Document, chosen);
            Chosen = Form.Content.Proposal is { Clauses: [], Indicators: [], Budget: [] } ? new() : chosen;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadDocumentAsync();
        Form.RequireBudget(ModelState);
        if (Document is null || !ModelState.IsValid)
        {
            return Page();
        }

        switch (await TrySendAsync(new RaiseVariation(Form.CommandId, Service!.Key, Form.ToContent())))
        {
            case RaiseVariationResult.Raised raised:
                this.Announce($"Proposed: {raised.Number}. Both sides are asked to test it");
                return Redirect($"/variations/{raised.Number}");
            case RaiseVariationResult.ChangedMeanwhile changed:
                return Again(VariationRefusals.Changed(changed.Pieces), Document);
            case RaiseVariationResult.NothingWouldChange:
                return Again(VariationRefusals.Nothing, Document);
            default:
                return Page();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(string refusal, SpecificationDocument now)
    {
        Refusal = refusal;
        Form.StartFrom(now);
        Form.CommandId = randomness.Id("form", ""); // the refusal was that one's answer
        return Page();
    }

    private async Task ReadDocumentAsync()
    {
        if (await ReadServiceAsync() is { } service && await SendAsync(new ReadSpecification(service.Key)) is { Version.State: SpecificationState.InForce } view)
        {
            (Document, Version) = (view.Document, view.Version.Name);
        }
    }
}

/// <summary>Why what was written was not taken, on both pages that write a variation.</summary>
internal static class VariationRefusals
{
    public const string Nothing = "As it is written it changes nothing. Change at least one of the pieces below.";

    public static string Changed(IReadOnlyList<string> pieces) =>
        $"Somebody else has changed {string.Join(", ", pieces)} since you opened this page. Compare your text with the specification in force, then send it again.";
}

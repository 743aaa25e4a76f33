using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Tasks;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>One clause is edited at a time. Every button saves first, and nothing that was typed is thrown away.</summary>
[KnownPerson]
internal sealed class DraftClauseModel(Commands commands, Visitor visitor, Randomness randomness) : DraftTaskPage(commands, visitor, TaskAddresses.Draft)
{
    [BindProperty]
    public ClauseForm Form { get; set; } = new();

    public Clause Clause { get; private set; } = null!;

    /// <summary>What a colleague has saved while this was being written.</summary>
    public SaveClauseResult.ChangedMeanwhile? Theirs { get; private set; }

    /// <summary>What saving would change in the text that the colleague saved.</summary>
    public IReadOnlyList<TextRun> FromTheirs => SpecificationDifference.Words(
        $"{Theirs!.Heading}\n\n{Theirs.Text}", $"{Form.Heading}\n\n{Form.Text?.ReplaceLineEndings("\n")}");

    /// <summary>The draft was submitted while this was being written: it cannot be saved, but it is shown.</summary>
    public bool TooLate { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid taskId, string clauseId)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (ClauseOf(clauseId) is not { } clause)
        {
            return NotFound();
        }

        Clause = clause;
        Form = new() { Heading = clause.Heading, Text = clause.Text, BasedOn = Draft.TextHashes[clauseId] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId, string clauseId, string? go)
    {
        if (await OpenDraftAsync(taskId) is { } elsewhere)
        {
            TooLate = Asked is { Open: false };
            return TooLate ? Page() : elsewhere;
        }

        if (ClauseOf(clauseId) is not { } clause)
        {
            return NotFound();
        }

        Clause = clause;
        // Saving the same text twice changes nothing, so the form needs no command id of its own.
        var command = new SaveClause(randomness.Id("form", ""), Asked.Service, taskId, clauseId, Form.Heading ?? "", Form.Text ?? "", Form.BasedOn ?? "");
        switch (await TrySendAsync(command))
        {
            case SaveClauseResult.Saved:
                this.Announce($"Clause {clauseId} is saved");
                return Redirect(Address(go));
            case SaveClauseResult.Unchanged:
                return Redirect(Address(go));
            case SaveClauseResult.ChangedMeanwhile theirs:
                Theirs = theirs;
                Form.BasedOn = theirs.TextHash;
                ModelState.AddModelError("Form.Text", "A colleague has saved this clause since you opened it. Bring both texts together, then save");
                return Page();
            case SaveClauseResult.Refused { Why: TaskCompletion.AlreadyClosed }:
                TooLate = true;
                return Page();
            case SaveClauseResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private string Address(string? go) => go switch
    {
        "next" when Beside(Clause, 1) is { } next => $"/specifications/draft/{Asked.Id}/clause/{next.Id}",
        "stay" => $"/specifications/draft/{Asked.Id}/clause/{Clause.Id}#changed",
        _ => $"/specifications/draft/{Asked.Id}#clauses",
    };
}

internal sealed class ClauseForm
{
    public string? Heading { get; set; }

    public string? Text { get; set; }

    /// <summary>Hash of the text that the edit started from.</summary>
    public string? BasedOn { get; set; }
}

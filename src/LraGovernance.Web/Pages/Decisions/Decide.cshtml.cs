using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>Read, choose, check, confirm. Nothing is stored before the person has typed their name and confirmed.</summary>
[Anyone("whoever is asked comes by a link; the page itself finds out who may see it")]
internal sealed class DecideModel(Commands commands, Visitor visitor, Randomness randomness) : DecisionPage(commands, visitor)
{
    [BindProperty]
    public DecideForm Form { get; set; } = new();

    /// <summary>The specification that is asked about, where it is one.</summary>
    public RevisionView? Paper { get; private set; }

    /// <summary>The paper of the case that is asked about, where it is one.</summary>
    public CasePaperView? Case { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool change)
    {
        if (Decision.Standing != Standing.Open)
        {
            return Closed();
        }

        if (Decision.Answer is not null && !change)
        {
            return SeeOther($"{Address}/receipt");
        }

        Form = new() { DocumentHash = Decision.DocumentHash, Replaces = Decision.Answer?.Id };
        return await FormAsync();
    }

    /// <summary>Continue: shows what was chosen, to be checked.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (OutOfDate() is { } refusal)
        {
            return refusal;
        }

        if (Form.Option is not { } option || !Decision.Options.Contains(option))
        {
            ModelState.AddModelError("Form.Option", "Select your decision");
        }
        else if (AnswerRules.ReasonSlip(option, Form.Reason, Decision.Options) is { } slip)
        {
            ModelState.AddModelError("Form.Reason", slip);
        }

        return ModelState.IsValid ? await CheckAsync() : await FormAsync();
    }

    /// <summary>Back from the check page, with everything kept.</summary>
    public async Task<IActionResult> OnPostEditAsync() => OutOfDate() ?? (IActionResult)await FormAsync();

    /// <summary>The command alone says what became of it: a second press of the button gets the receipt of the first.</summary>
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        try
        {
            return await TrySendAsync(Command(), Asked) switch
            {
                null => ModelState["Form.Reason"] is { Errors.Count: > 0 } || ModelState["Form.Option"] is { Errors.Count: > 0 } ? await FormAsync() : await CheckAsync(),
                RecordDecisionResult.Recorded => SeeOther($"{Address}/receipt"),
                RecordDecisionResult.AlreadyAnswered => await RefusedAsync("AlreadyAnswered"),
                RecordDecisionResult.Refused => await RefusedAsync(),
                RecordDecisionResult.NotWhatWasShown => await RefusedAsync("NotWhatWasShown"),
                _ => NotKnown(this),
            };
        }
        catch (CommandIdReusedException) when (Decision.Answer is not null)
        {
            return await RefusedAsync("AlreadyAnswered"); // the browser's Back button, then other words under the same form
        }
    }

    private RecordDecision Command() => new(
        Form.CommandId, Decision.Service, Decision.InvitationId, Form.Option ?? "", Form.Reason, Form.NameTyped ?? "", Form.DocumentHash ?? "", Form.Replaces);

    private ViewResult? OutOfDate() =>
        Decision.Standing != Standing.Open ? Closed(StatusCodes.Status409Conflict)
        : Decision.Answer is { } answer && Form.Replaces != answer.Id ? Show<DecisionPage>("AlreadyAnswered", this, StatusCodes.Status409Conflict)
        : Form.DocumentHash != Decision.DocumentHash ? Show<DecisionPage>("NotWhatWasShown", this, StatusCodes.Status409Conflict)
        : null;

    private async Task<IActionResult> FormAsync()
    {
        await ReadPaperAsync();
        return Page();
    }

    private async Task<IActionResult> CheckAsync()
    {
        if (Form.CommandId == Guid.Empty)
        {
            Form.CommandId = randomness.Id("form", "");
        }

        await ReadPaperAsync();
        return Show("Check", this);
    }

    private async Task ReadPaperAsync()
    {
        Paper = await SendAsync(new ReadRevision(Decision.DocumentHash, Decision.LastAnsweredHash), Asked);
        Case = Paper is null ? await SendAsync(new ReadCasePaper(Decision.DocumentHash), Asked) : null;
    }
}

/// <summary>What travels from the form to the check page and on to the command.</summary>
internal sealed class DecideForm
{
    public Guid CommandId { get; set; }

    public string? Option { get; set; }

    public string? Reason { get; set; }

    public string? NameTyped { get; set; }

    /// <summary>The content that was on the page when it was opened.</summary>
    public string? DocumentHash { get; set; }

    /// <summary>The answer that this one changes.</summary>
    public Guid? Replaces { get; set; }
}

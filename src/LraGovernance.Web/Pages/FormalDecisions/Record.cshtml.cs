using System.ComponentModel.DataAnnotations;
using LraGovernance.FormalDecisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.FormalDecisions;

/// <summary>The committee clerk records a decision that was taken elsewhere in the council.</summary>
[KnownPerson]
internal sealed class RecordModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.FormalDecision)
{
    [BindProperty]
    public FormalDecisionForm Form { get; set; } = new();

    public FormalDecisionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenDecisionAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenDecisionAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var entry = Form.Entry;
        switch (ModelState.IsValid ? await TrySendAsync(new RecordFormalDecision(Form.CommandId, Asked.Service, taskId, new(
            entry.Taker, entry.IsKey, entry.DecidedOn, entry.Agreed, entry.Reference, entry.Reasons, entry.OptionsRejected, entry.Interests))) : null)
        {
            case RecordFormalDecisionResult.Recorded recorded:
                this.Announce($"Recorded. It can be called in until {LondonTime.Day(recorded.CallInUntil)}");
                return Redirect("/waiting");
            case RecordFormalDecisionResult.TooEarly early:
                ModelState.AddModelError("Form.Entry.DecidedOn", entry.IsKey == true
                    ? $"A key decision of which notice was given on {LondonTime.Day(View.Decision.NoticeFrom)} cannot be taken before {LondonTime.Day(early.Earliest)}"
                    : $"It cannot have been taken before notice was given, on {LondonTime.Day(early.Earliest)}");
                Form.CommandId = randomness.Id("form", ""); // the refusal was that one's answer
                return Page();
            case RecordFormalDecisionResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenDecisionAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadFormalDecision(Asked.Service, taskId)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

internal sealed class FormalDecisionForm : CommandForm
{
    public EntryForm Entry { get; set; } = new();
}

internal sealed class EntryForm
{
    public DecisionTaker? Taker { get; set; }

    public bool? IsKey { get; set; }

    [Display(Name = "The day of the decision")]
    public DateOnly? DecidedOn { get; set; }

    public bool? Agreed { get; set; }

    public string? Reference { get; set; }

    public string? Reasons { get; set; }

    public string? OptionsRejected { get; set; }

    public string? Interests { get; set; }
}

using LraGovernance.Meetings;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Meetings;

/// <summary>The clerk records what the committee did with the paper, once the meeting has been held.</summary>
[KnownPerson]
internal sealed class EndorseModel(Commands commands, Visitor visitor, Randomness randomness, TimeProvider clock)
    : TaskPage(commands, visitor, TaskAddresses.Endorse, TaskAddresses.RecordMeeting)
{
    [BindProperty]
    public EndorsementForm Form { get; set; } = new();

    public PaperView Put { get; private set; } = null!;

    /// <summary>What a recommendation asks of the committee differs: to endorse, to note, to review .</summary>
    public static string Hint(string recommendation) => Recommendations.KindOf(recommendation) is var kind and not "other" ? $"It was asked to {kind}. Did it do so?" : "Did it agree?";

    public bool Held => clock.LondonToday() >= Put.Date;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenPaperAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenPaperAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var command = new RecordEndorsement(
            Form.CommandId, Asked.Service, taskId, null, Form.Reference ?? "", Form.Attendance ?? "", Form.Comments ?? "")
        {
            Items = Form.Items,
        };
        switch (await TrySendAsync(command))
        {
            case RecordEndorsementResult.Recorded:
                this.Announce($"Recorded: what the {Put.BodyName} said");
                return Redirect("/waiting");
            case RecordEndorsementResult.Refused refused:
                return Refused(refused.Why);
            default:
                // A slip beside its field, or the meeting is still to come, which the page says by itself.
                return Page();
        }
    }

    private async Task<IActionResult?> OpenPaperAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadPaper(taskId)) is not { } put)
        {
            return NotFound();
        }

        Put = put;
        Form.Items = [.. put.Paper.Recommendations.Select((_, i) => Form.Items.ElementAtOrDefault(i))];
        return null;
    }
}

internal sealed class EndorsementForm : CommandForm
{
    /// <summary>Of each recommendation.</summary>
    public List<bool?> Items { get; set; } = [];

    public string? Reference { get; set; }

    public string? Attendance { get; set; }

    public string? Comments { get; set; }
}

using LraGovernance.Pipeline;
using LraGovernance.Reports;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Reports;

/// <summary>The head of service writes the part-year update, or the annual report.</summary>
[KnownPerson]
internal sealed class DraftModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.CompleteUpdate, TaskAddresses.DraftReport)
{
    private const int Passages = 8;

    [BindProperty]
    public DraftForm Form { get; set; } = new();

    public ReportView View { get; private set; } = null!;

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        if (await OpenReportAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        Form.Sentences = [.. View.Sentences.Select(x => new Passage { Section = x.Section, Text = x.Text, Cites = string.Join(", ", x.Cites) })];
        Form.Sentences.AddRange(Enumerable.Range(0, Math.Max(1, Passages - Form.Sentences.Count)).Select(_ => new Passage()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenReportAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new DraftReport(Form.CommandId, Asked.Service, taskId, [.. Form.Sentences.Select(x => new DraftSentence(x.Section ?? "", x.Text ?? "", x.Named))])))
        {
            case DraftReportResult.Submitted:
                this.Announce($"Submitted: {View.Title}");
                return Redirect("/waiting");
            case DraftReportResult.NotAFact unknown:
                Form.CommandId = randomness.Id("form", ""); // the answer to the first one is given for good
                Refusal = $"The report holds no fact '{unknown.Cite}'. Nothing has been submitted.";
                return Page();
            case DraftReportResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenReportAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadReportTask(taskId)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return null;
    }
}

internal sealed class DraftForm : CommandForm
{
    public List<Passage> Sentences { get; set; } = [];
}

internal sealed class Passage
{
    public string? Section { get; set; }

    public string? Text { get; set; }

    public string? Cites { get; set; }

    public IReadOnlyList<string> Named => (Cites ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using LraGovernance.Pipeline;
using LraGovernance.Reports;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Reports;

/// <summary>The commissioner accepts the annual report, or returns it.</summary>
[KnownPerson]
internal sealed class ReviewModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.ReviewReport)
{
    [BindProperty]
    public ReviewReportForm Form { get; set; } = new();

    public ReportView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenReportAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenReportAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new ReviewReport(Form.CommandId, Asked.Service, taskId, Form.Accepted, Form.Reason)))
        {
            case ReviewReportResult.Reviewed reviewed:
                this.Announce(reviewed.Accepted ? "Accepted: the report goes to the Cabinet Committee" : "Returned: the head of service sees what has to change");
                return Redirect("/waiting");
            case ReviewReportResult.Refused refused:
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

internal sealed class ReviewReportForm : CommandForm
{
    public bool? Accepted { get; set; }

    public string? Reason { get; set; }
}

using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>The commissioner's monthly review: accepts the figures, or asks about some.</summary>
[KnownPerson]
internal sealed class ReviewModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.ReviewPerformance)
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    public ReviewView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenReviewAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenReviewAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var questions = View.Lines.Zip(Form.Questions, (line, text) => new FigureQuestion(line.Indicator.Ref, text)).ToList();
        switch (await TrySendAsync(new ReviewPerformance(Form.CommandId, Asked.Service, taskId, Form.Accepted, questions)))
        {
            case ReviewPerformanceResult.Reviewed reviewed:
                this.Announce(reviewed.Accepted ? $"Accepted: the figures for {View.Month.InWords} are public" : "Your questions go to the reporters");
                return Redirect("/waiting");
            case ReviewPerformanceResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenReviewAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadReview(taskId)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Form.Questions.AddRange(Enumerable.Repeat("", Math.Max(0, view.Lines.Count - Form.Questions.Count)));
        return null;
    }
}

internal sealed class ReviewForm : CommandForm
{
    public bool? Accepted { get; set; }

    public List<string?> Questions { get; set; } = [];
}

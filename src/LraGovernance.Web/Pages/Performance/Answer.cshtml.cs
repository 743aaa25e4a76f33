using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>A reporter answers the commissioner's questions, and corrects what was wrong.</summary>
[KnownPerson]
internal sealed class AnswerModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.AnswerFigures)
{
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public ReviewView View { get; private set; } = null!;

    /// <summary>Figures outside their plausible range, which the reporter is asked about.</summary>
    public IReadOnlyList<string> Questioned { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenQuestionsAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenQuestionsAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        var answers = View.Lines.Zip(Form.Answers, (line, entry) => new FigureAnswer(line.Indicator.Ref, entry.Text, entry.Value, entry.IsSure)).ToList();
        switch (await TrySendAsync(new AnswerFigures(Form.CommandId, Asked.Service, taskId, answers)))
        {
            case AnswerFiguresResult.Answered:
                this.Announce("Answered. The commissioner reviews the figures again");
                return Redirect("/waiting");
            case AnswerFiguresResult.Questioned questioned:
                Questioned = questioned.References;
                return Page();
            case AnswerFiguresResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenQuestionsAsync(Guid taskId)
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
        while (Form.Answers.Count < view.Lines.Count)
        {
            Form.Answers.Add(new());
        }

        return null;
    }
}

internal sealed class AnswerForm : CommandForm
{
    public List<AnswerEntry> Answers { get; set; } = [];
}

internal sealed class AnswerEntry
{
    public string? Text { get; set; }

    public string? Value { get; set; }

    public bool IsSure { get; set; }
}

using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

/// <summary>The owner of a paper answers what a member asked before deciding.</summary>
[KnownPerson]
internal sealed class AnswerQuestionModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.Answer)
{
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public QuestionView Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenQuestionAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenQuestionAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new AnswerQuestion(Form.CommandId, Asked.Service, taskId, Form.Text ?? "")))
        {
            case AnswerQuestionResult.Answered:
                this.Announce("Your answer is sent to everyone who is asked");
                return Redirect("/waiting");
            case AnswerQuestionResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenQuestionAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadQuestion(taskId)) is not { } question)
        {
            return NotFound();
        }

        Question = question;
        return null;
    }
}

internal sealed class AnswerForm : CommandForm
{
    public string? Text { get; set; }
}

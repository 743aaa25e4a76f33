using LraGovernance.Decisions;
using LraGovernance.Pipeline;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Decisions;

[Anyone("whoever is asked comes by a link; the page itself finds out who may see it")]
internal sealed class QuestionModel(Commands commands, Visitor visitor, Randomness randomness) : DecisionPage(commands, visitor)
{
    [BindProperty]
    public QuestionForm Form { get; set; } = new();

    public IActionResult OnGet()
    {
        Form.CommandId = randomness.Id("form", "");
        return Decision.Standing == Standing.Open ? Page() : Closed();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        switch (await TrySendAsync(new AskQuestion(Form.CommandId, Decision.Service, Decision.InvitationId, Form.Text ?? ""), Asked))
        {
            case null:
                return Page();
            case AskQuestionResult.Asked:
                this.Announce("Your question has been sent");
                return SeeOther(Address);
            case AskQuestionResult.Refused:
                return await RefusedAsync();
            default:
                return NotKnown(this);
        }
    }
}

internal sealed class QuestionForm
{
    public Guid CommandId { get; set; }

    public string? Text { get; set; }
}

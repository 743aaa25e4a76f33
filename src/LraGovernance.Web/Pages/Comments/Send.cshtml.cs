using LraGovernance.Comments;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace LraGovernance.Web.Pages.Comments;

/// <summary>Anybody comments on the specification that the public page shows.</summary>
[Anyone("customers are asked whether the specification matches what they find (004 2.3)")]
[EnableRateLimiting(Limits.SignIns)]
internal sealed class SendModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public SendForm Form { get; set; } = new();

    public IReadOnlyList<SelectListItem> Clauses { get; private set; } = [];

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await OpenAsync())
        {
            return NotFound();
        }

        switch (await TrySendAsync(new SendComment(Form.CommandId, Service!.Key, Form.ClauseId, Form.Text)))
        {
            case SendCommentResult.Sent:
                this.Announce("Thank you: your comment goes to the commissioner");
                return Redirect("/specification");
            case SendCommentResult.TooMany:
                Refusal = "More comments have come today than can be read. Nothing has been stored. Try again tomorrow.";
                return Page();
            default:
                return Page();
        }
    }

    private async Task<bool> OpenAsync()
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadSpecification(service.Key)) is not { } specification)
        {
            return false;
        }

        Clauses = [.. specification.Document.Clauses.Select(x => new SelectListItem($"{x.Id} {x.Heading}", x.Id))];
        return true;
    }
}

internal sealed class SendForm : CommandForm
{
    public string? ClauseId { get; set; }

    public string? Text { get; set; }
}

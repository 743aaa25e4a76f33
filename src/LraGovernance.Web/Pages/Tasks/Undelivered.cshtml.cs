using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Tasks;

/// <summary>The owner of a matter sees to it that somebody whose mail did not arrive is reached.</summary>
[KnownPerson]
internal sealed class UndeliveredModel(Commands commands, Visitor visitor, Randomness randomness) : TaskPage(commands, visitor, TaskAddresses.Undelivered)
{
    [BindProperty]
    public UndeliveredForm Form { get; set; } = new();

    public UndeliveredMail Mail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid taskId)
    {
        Form.CommandId = randomness.Id("form", "");
        return await OpenMailAsync(taskId) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid taskId)
    {
        if (await OpenMailAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        switch (await TrySendAsync(new SettleUndelivered(Form.CommandId, Asked.Service, taskId, Form.SendAgain, Form.How)))
        {
            case SettleUndeliveredResult.Settled:
                this.Announce(Form.SendAgain == true ? "The email is sent again" : "It is noted how they were reached");
                return Redirect("/waiting");
            case SettleUndeliveredResult.Refused refused:
                return Refused(refused.Why);
            default:
                return Page();
        }
    }

    private async Task<IActionResult?> OpenMailAsync(Guid taskId)
    {
        if (await OpenAsync(taskId) is { } elsewhere)
        {
            return elsewhere;
        }

        if (await SendAsync(new ReadUndelivered(taskId)) is not { } mail)
        {
            return NotFound();
        }

        Mail = mail;
        return null;
    }
}

internal sealed class UndeliveredForm : CommandForm
{
    public bool? SendAgain { get; set; }

    public string? How { get; set; }
}

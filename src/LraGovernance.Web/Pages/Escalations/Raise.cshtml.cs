using LraGovernance.Escalations;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Escalations;

/// <summary>Either side raises a risk or an issue by hand.</summary>
[Roles("senior-manager", "head-of-service", "commissioner")]
internal sealed class RaiseModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public RaiseForm Form { get; set; } = new();

    public void OnGet() => Form.CommandId = randomness.Id("form", "");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadServiceAsync() is not { } service)
        {
            return NotFound();
        }

        if (await TrySendAsync(new RaiseException(Form.CommandId, service.Key, Form.Matter, Form.Nature, Form.Title, Form.What)) is not RaiseExceptionResult.Raised raised)
        {
            return Page();
        }

        this.Announce($"Raised: {raised.Number}. The senior management team is asked to take it up");
        return Redirect($"/exceptions/{raised.Number}");
    }
}

internal sealed class RaiseForm : CommandForm
{
    public Matter? Matter { get; set; }

    public Nature? Nature { get; set; }

    public string? Title { get; set; }

    public string? What { get; set; }
}

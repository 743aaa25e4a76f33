using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Pages.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>Corrects a figure, or brings one that is missing; the first statement stays.</summary>
[Roles("indicator-reporter", "head-of-service")]
internal sealed class RestateModel(Commands commands, Visitor visitor, Randomness randomness) : ServicePage(commands, visitor)
{
    [BindProperty]
    public RestateForm Form { get; set; } = new();

    public FigureView View { get; private set; } = null!;

    /// <summary>The figure is outside what is usual, and whoever brings it is asked whether it is right.</summary>
    public bool Questioned { get; private set; }

    /// <summary>Why it was refused, in a sentence.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, string? period)
    {
        Form.CommandId = randomness.Id("form", "");
        return await FindAsync(reference, period) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string reference, string? period)
    {
        if (!await FindAsync(reference, period))
        {
            return NotFound();
        }

        var result = await TrySendAsync(new RestateFigure(Form.CommandId, Service!.Key, reference, $"{View.Period}", Form.Value, Form.Reason, Form.IsSure));
        switch (result)
        {
            case RestateFigureResult.Recorded:
                this.Announce($"{(View.Value is null ? "Brought in" : "Restated")}: {View.Indicator.Name}, {View.Period.InWords}");
                return Redirect($"/performance/{reference}");
            case RestateFigureResult.Questioned:
                Questioned = true;
                return Page();
            case RestateFigureResult.Unchanged:
                Refusal = "This is the figure that is known already. Nothing has been changed.";
                return Page();
            case RestateFigureResult.StillOpen:
                Refusal = "The return for this period is still open: enter the figure there.";
                return Page();
            case RestateFigureResult.NotYours:
                Refusal = "Another part of the service reports this indicator. Only its reporter and the head of service can restate it.";
                return Page();
            default:
                return Page();
        }
    }

    private async Task<bool> FindAsync(string reference, string? period)
    {
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadFigure(service.Key, reference, period)) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}

internal sealed class RestateForm : CommandForm
{
    public string? Value { get; set; }

    public string? Reason { get; set; }

    public bool IsSure { get; set; }
}

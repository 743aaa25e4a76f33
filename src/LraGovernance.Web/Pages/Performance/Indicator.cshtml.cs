using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>One indicator with its history, restatements included.</summary>
[Anyone("published performance is public (004 3.7)")]
internal sealed class IndicatorModel(Commands commands, Visitor visitor, TimeProvider clock) : ServicePage(commands, visitor)
{
    public IndicatorView View { get; private set; } = null!;

    public DateOnly? Day { get; private set; }

    /// <summary>Whether the visitor may correct a figure, in one of the roles that report them.</summary>
    public bool MayRestate { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, DateOnly? on)
    {
        Day = on < clock.LondonToday() ? on : null;
        if (await ReadServiceAsync() is not { } service || await SendAsync(new ReadIndicator(service.Key, reference, Day)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        MayRestate = new RolesAttribute("indicator-reporter", "head-of-service").Allows(await ActorAsync(), service.Key);
        return Page();
    }
}

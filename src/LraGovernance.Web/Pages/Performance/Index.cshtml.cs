using LraGovernance.Calendar;
using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>How the service does, as everybody may read it: now, or as it was known on a day.</summary>
[Anyone("published performance is public (004 3.7)")]
internal sealed class IndexModel(Commands commands, Visitor visitor, TimeProvider clock) : ServicePage(commands, visitor)
{
    [BindProperty(SupportsGet = true)]
    public PerformanceOn Form { get; set; } = new();

    public PerformanceView? Performance { get; private set; }

    /// <summary>Whether the visitor may rehearse tolerances.</summary>
    public bool MayTry { get; private set; }

    /// <summary>The day looked back to; null for today.</summary>
    public DateOnly? Day { get; private set; }

    public async Task OnGetAsync(DateOnly? on)
    {
        Day = on ?? Form.On;
        if (Day >= clock.LondonToday())
        {
            Day = null;
        }

        Form.On = Day;
        MayTry = new RolesAttribute("commissioner", "senior-manager", "head-of-service").Allows(await ActorAsync(), service: null);
        Performance = await ReadServiceAsync() is { } service ? await SendAsync(new ReadPerformance(service.Key, Day)) : null;
    }

    public string Address(string reference) => $"/performance/{reference}{(Day is { } day ? $"?on={day:yyyy-MM-dd}" : "")}";
}

internal sealed class PerformanceOn
{
    public DateOnly? On { get; set; }
}

using LraGovernance.Performance;
using LraGovernance.Pipeline;
using LraGovernance.Web.Pages.Specifications;
using LraGovernance.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>The tolerance rehearsal: choose tolerances, and see which exceptions there would have been.</summary>
[Roles("commissioner", "senior-manager", "head-of-service")]
internal sealed class TolerancesModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public static readonly IReadOnlyList<(string Kind, string Words)> Kinds =
    [
        ("red-in-period", "Red: how many periods running?"), ("amber-running", "Amber: how many periods running?"),
        ("sustained-decline", "Worse than the period before: how many periods running?"), ("out-of-threshold", "Outside its range: how many quarters running?"),
    ];

    /// <summary>By kind: empty for as signed, 0 for no such tolerance.</summary>
    [BindProperty(SupportsGet = true)]
    public Dictionary<string, string?> Try { get; set; } = [];

    public IReadOnlyList<ReplayedRun> Signed { get; private set; } = [];

    /// <summary>Null until something is tried.</summary>
    public IReadOnlyList<ReplayedRun>? Tried { get; private set; }

    public async Task OnGetAsync()
    {
        if (await ReadServiceAsync() is not { } service)
        {
            return;
        }

        Signed = await SendAsync(new ReplayTolerances(service.Key, []));
        var choices = Kinds.Where(x => int.TryParse(Try.GetValueOrDefault(x.Kind), out _))
            .Select(x => new ToleranceChoice(x.Kind, Math.Clamp(int.Parse(Try[x.Kind]!, System.Globalization.CultureInfo.InvariantCulture), 0, 12))).ToList();
        Tried = choices.Count == 0 ? null : await SendAsync(new ReplayTolerances(service.Key, choices));
    }
}

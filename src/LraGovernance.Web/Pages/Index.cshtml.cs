using LraGovernance.Pipeline;
using LraGovernance.Tasks;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.Extensions.Options;

namespace LraGovernance.Web.Pages;

[Anyone("the way in")]
internal sealed class IndexModel(Commands commands, Visitor visitor, IHostEnvironment environment, IOptions<ShellOptions> names, TimeProvider clock)
    : GovernancePage(commands, visitor)
{
    public string Product => names.Value.Product;

    public string Council => names.Value.Council is { Length: > 0 } council ? council : "The council";

    public bool SignedIn { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>What waits for anybody on this day; null outside Development, where it is nobody else's business.</summary>
    public IReadOnlyList<WaitingMatter>? OnThisDay { get; private set; }

    public async Task OnGetAsync()
    {
        SignedIn = (await ActorAsync()).Kind == ActorKind.Person;
        if (environment.IsDevelopment())
        {
            Now = clock.GetUtcNow();
            OnThisDay = await SendAsync(new ReadAllWaiting(), Actor.System("page"));
        }
    }

    /// <summary>How far a matter has come, and until when: "2 of 4 have answered. By 5pm on 26 February 2016."</summary>
    public static string Standing(WaitingMatter matter)
    {
        var answered = matter.Asked.Count(x => x.Answered);
        var how = matter.Asked.Count == 1 ? "" : $"{answered} of {matter.Asked.Count} {(matter.Asked.Count == 1 || answered == 1 ? "has" : "have")} answered. ";
        var until = matter.DueAt is not { } due ? "No fixed date." : matter.Late ? $"Late: it was due {LondonTime.By(due)}." : $"{char.ToUpperInvariant(LondonTime.By(due)[0])}{LondonTime.By(due)[1..]}.";
        return how + until;
    }
}

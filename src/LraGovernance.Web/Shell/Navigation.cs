using LraGovernance.Pipeline;

namespace LraGovernance.Web.Shell;

/// <summary>One entry of the menu.</summary>
/// <param name="Href">Where it leads; pages below it light it up.</param>
/// <param name="Text">What it says.</param>
/// <param name="Policy">For whom; everybody in that menu where it is left out.</param>
internal sealed record NavigationItem(string Href, string Text, PolicyAttribute? Policy = null)
{
    public bool Holds(PathString path) => path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The menu: only what exists, and only for those who may.</summary>
internal static class Navigation
{
    private static readonly IReadOnlyList<NavigationItem> Public = [new("/specification", "Specification"), new("/service-plans", "Service plan"), new("/performance", "Performance"), new("/decisions", "Decisions")];

    private static readonly IReadOnlyList<NavigationItem> SignedIn =
    [
        new("/waiting", "Waiting for you"),
        new("/years", "The year"),
        new("/specification", "Specification"),
        new("/service-plans", "Service plan"),
        new("/performance", "Performance"),
        new("/exceptions", "Exceptions"),
        new("/variations", "Variations"),
        new("/changes", "Changes"),
        new("/decisions", "Decisions"),
        new("/comments", "Comments", new RolesAttribute("commissioner", "head-of-service", "senior-manager")),
        new("/thread", "Golden thread"),
        new("/processes", "Processes"),
        new("/incidents", "Incidents", new RolesAttribute("administrator", "commissioner", "auditor")),
    ];

    /// <param name="actor">Who is there; null when that cannot be found out, as on an error page.</param>
    public static IEnumerable<NavigationItem> For(Actor? actor) => actor is { Kind: ActorKind.Person }
        ? SignedIn.Where(x => x.Policy?.Allows(actor, service: null) != false)
        : Public;
}

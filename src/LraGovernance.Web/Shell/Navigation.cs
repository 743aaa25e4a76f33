namespace LraGovernance.Web.Shell;

internal sealed record NavigationItem(string Href, string Text)
{
    public bool Holds(PathString path) => path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}

internal static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Public =
    [
        new("/specification", "Specification"),
        new("/plan", "Service plan"),
        new("/performance", "Performance"),
        new("/reports", "Reports"),
        new("/decisions", "Decisions"),
    ];

    public static readonly IReadOnlyList<NavigationItem> SignedIn =
    [
        new("/waiting", "Waiting for you"),
        new("/year", "The year"),
        new("/performance", "Performance"),
        new("/exceptions", "Exceptions"),
        new("/changes", "Changes"),
        new("/decisions", "Decisions"),
        new("/more", "More"),
    ];
}

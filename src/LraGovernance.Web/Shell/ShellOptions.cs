namespace LraGovernance.Web.Shell;

/// <summary>The names on every page; configuration section "Shell".</summary>
internal sealed class ShellOptions
{
    public string Product { get; set; } = "LRA Governance";

    public string Service { get; set; } = "Commissioning cycle";

    public string? Council { get; set; }

    public string TitleOf(string? page, bool hasErrors) =>
        (hasErrors ? "Error: " : "") + string.Join(" - ", new[] { page, Service, Product, Council }.Where(x => !string.IsNullOrWhiteSpace(x)));
}

using System.Reflection;
using System.Text.RegularExpressions;
using LraGovernance.Running;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace LraGovernance.Tests.Requirements;

/// <summary>What there is to show a requirement by: pages by address, steps by process, rules by class and member, verbs by name.</summary>
internal sealed partial class ShownPlaces
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private readonly HashSet<string> _pages = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "LraGovernance.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
        .Select(x => Address().Match(File.ReadAllText(x))).Where(x => x.Success).Select(x => x.Groups[1].Value)];

    private readonly HashSet<string> _verbs = [.. CommandLine.Root().Subcommands.Select(x => x.Name)];

    private readonly HashSet<string> _steps = Steps();

    public bool Has(string place) => place.Split(' ', 2) switch
    {
        ["page", var address] => _pages.Contains(address),
        ["step", var step] => _steps.Contains(step),
        ["verb", var verb] => _verbs.Contains(verb),
        ["rule", var rule] => HasRule(rule.Split('.')),
        _ => false,
    };

    private static HashSet<string> Steps()
    {
        using var services = ProductActivities.Compose(Hosting.Folders);
        return [.. services.GetRequiredService<WorkflowCatalogue>().NewestOfEach
            .SelectMany(x => x.Definition.AllActivities().Select(y => $"{x.Definition.DefinitionId}/{y.Id}"))];
    }

    private static bool HasRule(string[] rule) => rule is [var type, var member] &&
        typeof(GovernanceServices).Assembly.GetTypes().Any(x => x.Name == type && x.GetMember(member, Members).Length > 0);

    [GeneratedRegex("""^@page "([^"]*)""")]
    private static partial Regex Address();
}

using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;

namespace LraGovernance.BrowserTests;

internal static class Axe
{
    private static readonly string Script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    private const string Run = """
        async () => {
          const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
          return {
            passes: result.passes.length,
            violations: result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html}: ${n.failureSummary}`)),
          };
        }
        """;

    public static async Task ShouldBeAccessible(this IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        // Evaluated, not added as an element: the content security policy would refuse the element.
        await page.EvaluateAsync(Script);
        var result = await page.EvaluateAsync<JsonElement>(Run);
        result.GetProperty("passes").GetInt32().ShouldBeGreaterThan(5, "axe found next to nothing to check");
        result.GetProperty("violations").EnumerateArray().Select(v => v.GetString()).ShouldBeEmpty();
    }
}

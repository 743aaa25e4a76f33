using LraGovernance.Pipeline;
using Microsoft.Playwright;

namespace LraGovernance.BrowserTests;

/// <summary>
/// A mail scanner at its worst: it opens links, runs scripts, works through forms, and clicks whatever can be clicked, what
/// it has not clicked yet on that page first, otherwise in an order that the seed gives. It types only what it is told to.
/// </summary>
internal sealed class Scanner(IPage page, IReadOnlyList<Uri> links, int seed, string? types = null)
{
    /// <summary>Marks what can be seen and clicked, and names each by its page; the elements of forms once more at the end.</summary>
    private const string Mark = """
        () => {
          const heading = document.querySelector('h1')?.textContent.trim() ?? '';
          const seen = [];
          for (const x of document.querySelectorAll('a[href], button, input[type=radio], input[type=checkbox], input[type=submit], summary, label')) {
            if (x.getClientRects().length === 0 || (x.href && new URL(x.href).origin !== location.origin)) continue;
            x.setAttribute('data-scan', seen.length);
            const what = x.tagName + ' ' + (x.innerText || x.value || x.id || '').trim();
            seen.push({ name: heading + ' > ' + what, form: x.form && x.closest('main') ? (x.type ?? '') : '' });
          }
          return seen;
        }
        """;

    private readonly Dictionary<string, int> _clicked = [];
    private int _turn;

    public IReadOnlyCollection<string> Clicked => _clicked.Keys;

    public async Task WalkAsync(int steps, Func<Task<bool>>? until = null)
    {
        // The links to decide come first: what a scanner must not do stands behind them, however many other pages there are.
        var order = links.OrderBy(x => !x.AbsolutePath.StartsWith("/decide/", StringComparison.Ordinal)).ThenBy(_ => Roll(int.MaxValue)).ToList();
        for (var step = 0; step < steps; step++)
        {
            if (step % 12 == 0)
            {
                await page.GotoAsync(order[step / 12 % order.Count].ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            }

            await StepAsync();
            if (until is not null && await until())
            {
                return;
            }
        }
    }

    private async Task StepAsync()
    {
        if (types is not null)
        {
            foreach (var field in await page.QuerySelectorAllAsync("main input[type=text], main input[type=email], main textarea"))
            {
                await field.FillAsync(types);
            }
        }

        var elements = await page.EvaluateAsync<Clickable[]>(Mark);
        var inForms = elements.Index().Where(x => x.Item.Form.Length > 0).ToList();
        if (inForms.Count > 0 && Roll(2) == 0)
        {
            var radios = inForms.Where(x => x.Item.Form is "radio" or "checkbox").ToList();
            if (radios.Count > 0)
            {
                await ClickAsync(radios[Roll(radios.Count)]);
            }

            await ClickAsync(Choose([.. inForms.Where(x => x.Item.Form == "submit")]));
            return;
        }

        await ClickAsync(Choose([.. elements.Index()]));
    }

    private (int Index, Clickable Item)? Choose(IReadOnlyList<(int Index, Clickable Item)> from)
    {
        if (from.Count == 0)
        {
            return null;
        }

        var fewest = from.Min(x => _clicked.GetValueOrDefault(x.Item.Name));
        var candidates = from.Where(x => _clicked.GetValueOrDefault(x.Item.Name) == fewest).ToList();
        return candidates[Roll(candidates.Count)];
    }

    private async Task ClickAsync((int Index, Clickable Item)? chosen)
    {
        if (chosen is not { } x)
        {
            return;
        }

        _clicked[x.Item.Name] = _clicked.GetValueOrDefault(x.Item.Name) + 1;
        await page.Locator($"[data-scan='{x.Index}']").ClickAsync(new LocatorClickOptions { Force = true, Timeout = 5_000 });
        await page.WaitForFunctionAsync("() => document.readyState !== 'loading'"); // asks the page: waiting for its event misses one that has just gone by
    }

    private int Roll(int sides) => (int)(BitConverter.ToUInt32(new SeededRandomness($"{seed}").Bytes("scanner", $"{_turn++}", 4)) % (uint)sides);

    private sealed record Clickable
    {
        public string Name { get; init; } = "";
        public string Form { get; init; } = "";
    }
}

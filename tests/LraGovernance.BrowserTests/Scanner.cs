using LraGovernance.Pipeline;
using Microsoft.Playwright;

namespace LraGovernance.BrowserTests;

/// <summary>
/// A mail scanner at its worst: it opens links, runs scripts, and clicks whatever can be clicked, what it has not clicked
/// yet on that page first, otherwise in an order that the seed gives. It types only when it is told what.
/// </summary>
internal sealed class Scanner(IPage page, IReadOnlyList<Uri> links, int seed, string? types = null)
{
    private const string Clickable = "a[href], button, input[type=radio], input[type=checkbox], input[type=submit], summary, label";
    private readonly Dictionary<string, int> _clicked = [];
    private int _turn;

    public IReadOnlyCollection<string> Clicked => _clicked.Keys;

    public async Task WalkAsync(int steps, Func<Task<bool>>? until = null)
    {
        foreach (var link in links.OrderBy(_ => Roll(int.MaxValue)))
        {
            await page.GotoAsync(link.ToString());
            for (var step = 0; step < steps / links.Count; step++)
            {
                await ClickSomethingAsync(link);
                if (until is not null && await until())
                {
                    return;
                }
            }
        }
    }

    private async Task ClickSomethingAsync(Uri link)
    {
        if (types is not null)
        {
            foreach (var field in await page.QuerySelectorAllAsync("input[type=text], input[type=email], textarea"))
            {
                await field.FillAsync(types);
            }
        }

        var heading = await page.EvaluateAsync<string>("() => document.querySelector('h1')?.textContent?.trim() ?? ''");
        var elements = new List<(IElementHandle Element, string Name)>();
        foreach (var element in await page.QuerySelectorAllAsync(Clickable))
        {
            if (await element.IsVisibleAsync() && await element.EvaluateAsync<bool>($"x => !x.href || new URL(x.href).origin === location.origin"))
            {
                elements.Add((element, $"{heading} > {(await element.EvaluateAsync<string>("x => x.tagName + ' ' + (x.innerText || x.value || x.id || '')")).Trim()}"));
            }
        }

        if (elements.Count == 0 || Roll(12) == 0)
        {
            await page.GotoAsync(link.ToString());
            return;
        }

        var fewest = elements.Min(x => _clicked.GetValueOrDefault(x.Name));
        var candidates = elements.Where(x => _clicked.GetValueOrDefault(x.Name) == fewest).ToList();
        var (chosen, name) = candidates[Roll(candidates.Count)];
        _clicked[name] = _clicked.GetValueOrDefault(name) + 1;
        await chosen.ClickAsync(new ElementHandleClickOptions { Force = true, Timeout = 3_000 });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private int Roll(int sides) => (int)(BitConverter.ToUInt32(new SeededRandomness($"{seed}").Bytes("scanner", $"{_turn++}", 4)) % (uint)sides);
}

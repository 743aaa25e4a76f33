using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>A paragraph or a list item of a text with its changes marked.</summary>
internal sealed record DiffLine(bool Item, IReadOnlyList<TextRun> Runs)
{
    private const string Bullet = "- ";

    public bool IsMarked => Runs.Any(x => x.Added || x.Removed);

    /// <summary>Lines as they are shown: items that follow one another are one list.</summary>
    public static IReadOnlyList<IReadOnlyList<DiffLine>> Blocks(IEnumerable<DiffLine> lines)
    {
        var blocks = new List<List<DiffLine>>();
        foreach (var line in lines)
        {
            if (line.Item && blocks is [.., var last] && last[0].Item)
            {
                last.Add(line);
            }
            else
            {
                blocks.Add([line]);
            }
        }

        return blocks;
    }

    /// <summary>Splits runs where the text has line breaks; what both versions share keeps its place between what only one has.</summary>
    public static IReadOnlyList<DiffLine> From(IEnumerable<TextRun> runs)
    {
        var lines = new List<DiffLine>();
        var line = new List<TextRun>();
        foreach (var run in runs)
        {
            var parts = run.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    Close();
                }

                if (parts[i].Length > 0)
                {
                    line.Add(run with { Text = parts[i] });
                }
            }
        }

        Close();
        return lines;

        void Close()
        {
            if (line.Exists(x => !string.IsNullOrWhiteSpace(x.Text)))
            {
                lines.Add(Line(line));
            }

            line.Clear();
        }
    }

    private static DiffLine Line(List<TextRun> runs)
    {
        var item = runs.Exists(x => x.Text.StartsWith(Bullet, StringComparison.Ordinal));
        return new(item, [.. runs.Select(x => item && x.Text.StartsWith(Bullet, StringComparison.Ordinal) ? x with { Text = x.Text[Bullet.Length..] } : x)
            .Where(x => !string.IsNullOrWhiteSpace(x.Text))]);
    }
}

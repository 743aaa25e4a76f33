using System.Globalization;

namespace LraGovernance.Benchmarks;

/// <summary>A table in Markdown.</summary>
internal sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params object[] cells) => _rows.Add([.. cells.Select(x => x switch
    {
        double number => number.ToString(number >= 100 ? "N0" : number >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString("N0", CultureInfo.InvariantCulture),
        _ => x.ToString()!,
    })]);

    public string ToMarkdown() => string.Join('\n',
    [
        $"### {title}", "", Line(columns), Line(columns.Select((_, i) => i == 0 ? "---" : "---:")), .. _rows.Select(Line),
    ]);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}

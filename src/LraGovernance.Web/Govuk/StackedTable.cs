namespace LraGovernance.Web.Govuk;

/// <summary>What the cells of a table need to know of the row above them all.</summary>
internal sealed class StackedTable
{
    private readonly List<string> headings = [];
    private int column;

    public bool InHead { get; set; }

    public void StartRow() => column = 0;

    public void AddHeading(string text, int columns)
    {
        headings.Add(text);
        for (var extra = 1; extra < columns; extra++) headings.Add("");
    }

    public string NextHeading(int columns)
    {
        var heading = column < headings.Count ? headings[column] : "";
        column += columns;
        return heading;
    }
}

using System.ComponentModel.DataAnnotations;
using LraGovernance.ServicePlans;
using LraGovernance.Web.Pages.Tasks;

namespace LraGovernance.Web.Pages.ServicePlans;

internal sealed class ActivityForm : CommandForm
{
    public int BasedOn { get; set; }

    public string? Reason { get; set; }

    public ActivityFields Activity { get; set; } = new();
}

/// <summary>An activity as the form holds it: lists as they are typed, parted by commas or one a line.</summary>
internal sealed class ActivityFields
{
    private const int MostMeasures = 4, MostMilestones = 3;

    public string? Title { get; set; }
    public string? Outcome { get; set; }
    public string? Function { get; set; }
    public string? Justification { get; set; }
    public EvidenceKind? Evidence { get; set; }
    public string? Owner { get; set; }
    [Display(Name = "The day by which it is done")]
    public DateOnly? Due { get; set; }
    public string? Clauses { get; set; }
    public string? Places { get; set; }
    public string? Groups { get; set; }
    public string? Priorities { get; set; }
    public List<MeasureFields> Measures { get; set; } = [];
    public List<MilestoneFields> Milestones { get; set; } = [];
    public string? Parts { get; set; }
    public List<string> Marks { get; set; } = [];

    internal static ActivityFields Of(ActivityContent content) => new()
    {
        Title = content.Title, Outcome = content.Outcome, Function = content.Function, Justification = content.Justification, Evidence = content.Evidence, Owner = content.Owner, Due = content.Due,
        Clauses = string.Join(", ", content.Clauses), Places = string.Join(", ", content.Places), Groups = string.Join(", ", content.Groups), Priorities = string.Join(", ", content.Priorities),
        Measures = [.. content.Measures.Select(x => new MeasureFields { Text = x.Text, Kind = $"{x.Of} {x.Kind}" })],
        Milestones = [.. content.Milestones.Select(x => new MilestoneFields { What = x.What, By = x.By })], Parts = string.Join('\n', content.Parts),
        Marks = [.. new[] { content.Pilot ? "pilot" : null, content.EarnsIncome ? "income" : null }.OfType<string>()],
    };

    internal void Pad()
    {
        Measures.AddRange(Enumerable.Range(0, Math.Max(0, MostMeasures - Measures.Count)).Select(_ => new MeasureFields()));
        Milestones.AddRange(Enumerable.Range(0, Math.Max(0, MostMilestones - Milestones.Count)).Select(_ => new MilestoneFields()));
    }

    internal ActivityEntry ToEntry() => new(
        Outcome, Function, Title, Justification, Evidence, Owner, Due, Listed(Clauses, ','), Listed(Places, ','), Listed(Groups, ','), Listed(Priorities, ','))
    {
        Measures = [.. Measures.Where(x => !string.IsNullOrWhiteSpace(x.Text)).Select(x => x.Read())],
        Milestones = [.. Milestones.Where(x => !string.IsNullOrWhiteSpace(x.What) && x.By is not null).Select(x => new Milestone(x.What!.Trim(), x.By!.Value))],
        Parts = Listed(Parts, '\n'), Pilot = Marks.Contains("pilot"), EarnsIncome = Marks.Contains("income"),
    };

    private static string[] Listed(string? text, char separator) => (text ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class MeasureFields
{
    public static readonly IReadOnlyList<string> Kinds = ["output number", "output narrative", "outcome number", "outcome narrative"];

    public string? Text { get; set; }

    /// <summary>What it is of and of which kind, such as output number.</summary>
    public string? Kind { get; set; }

    internal Measure Read()
    {
        var words = (Kinds.Contains(Kind) ? Kind! : Kinds[0]).Split(' ');
        return new(words[1], words[0], Text!.Trim());
    }
}

internal sealed class MilestoneFields
{
    public string? What { get; set; }

    [Display(Name = "The day of the milestone")]
    public DateOnly? By { get; set; }
}

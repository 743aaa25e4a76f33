using System.Globalization;
using System.Text;
using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Flow;

namespace LraGovernance.Engine.Drawing;

/// <summary>
/// Draws a definition as Mermaid text: what waits is round, what is done at once is square, a choice is a diamond, a fork or join a
/// hexagon; the way back of a loop is dotted. A container is a box around its own drawing.
/// </summary>
public sealed class Mermaid
{
    private readonly StringBuilder text = new("flowchart TD\n");
    private readonly Dictionary<ActivityNode, string> names = [];
    private readonly Func<ActivityNode, string?> detail;

    private Mermaid(WorkflowDefinition definition, Func<ActivityNode, string?> detail)
    {
        this.detail = detail;
        foreach (var node in definition.AllActivities())
            names.Add(node, string.Create(CultureInfo.InvariantCulture, $"n{names.Count + 1}"));
    }

    /// <param name="definition">The definition.</param>
    /// <param name="detail">A second line for an activity, or null.</param>
    public static string Of(WorkflowDefinition definition, Func<ActivityNode, string?>? detail = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var drawing = new Mermaid(definition, detail ?? (_ => null));
        if (definition.Root.Activity is Flowchart)
            drawing.DrawInside(definition.Root, "  ");
        else
            drawing.Draw(definition.Root, "  ");
        return drawing.text.ToString();
    }

    private void Draw(ActivityNode node, string indent)
    {
        if (node.Activity is Container and not If)
        {
            Line($"{indent}subgraph {names[node]}[\"{Label(node)}\"]");
            DrawInside(node, indent + "  ");
            Line($"{indent}end");
            return;
        }
        var (open, close) = Shape(node);
        Line($"{indent}{names[node]}{open}\"{Label(node)}\"{close}");
        DrawInside(node, indent);
    }

    private void DrawInside(ActivityNode container, string indent)
    {
        foreach (var child in container.Children)
            Draw(child, indent);
        foreach (var (from, label, to, isBack) in Ways(container))
            Line($"{indent}{names[from]} {(label.Length == 0 ? isBack ? "-.->" : "-->" : isBack ? $"-. \"{label}\" .->" : $"-- \"{label}\" -->")} {names[to]}");
    }

    private static IEnumerable<(ActivityNode From, string Label, ActivityNode To, bool IsBack)> Ways(ActivityNode container) => container.Activity switch
    {
        Flowchart => Ways((FlowPlan)container.Parts!),
        Sequence => container.Children.Zip(container.Children.Skip(1), (one, next) => (one, "", next, false)),
        If => container.Children.Select(branch => (container, ReferenceEquals(branch, ((Branches)container.Parts!).Then) ? "Then" : "Else", branch, false)),
        _ => [],
    };

    // Several outcomes with one target share an arrow, where the first of them stands in the file; an only outcome needs no name.
    private static IEnumerable<(ActivityNode, string, ActivityNode, bool)> Ways(FlowPlan plan) =>
        Enumerable.Range(0, plan.Connections.Length)
            .GroupBy(i => (plan.Connections[i].Source, plan.Connections[i].Target))
            .Select(same => (plan.Activities[same.Key.Source],
                plan.Activities[same.Key.Source].Outcomes.Count == 1 ? "" : Escape(string.Join(", ", same.Select(i => Words(plan.Connections[i].Port)))),
                plan.Activities[same.Key.Target], same.All(i => plan.Default!.IsBackward[i])));

    private void Line(string line) => text.Append(line).Append('\n');

    private static (string Open, string Close) Shape(ActivityNode node) => node.Activity switch
    {
        _ when node.CanStartWorkflow || node.Activity is Start || node.Outcomes.Count == 0 => ("([", "])"),
        FlowDecision or FlowSwitch or If => ("{", "}"),
        FlowFork or FlowJoin => ("{{", "}}"),
        { Waits: true } => ("(", ")"),
        _ => ("[", "]"),
    };

    private string Label(ActivityNode node) => detail(node) is { Length: > 0 } more ? $"{Escape(node.DisplayText)}<br/><i>{Escape(more)}</i>" : Escape(node.DisplayText);

    // AskForChanges reads "Ask for changes".
    private static string Words(string outcome)
    {
        var words = new StringBuilder();
        foreach (var letter in outcome)
            words.Append(char.IsUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{letter}");
        return words.ToString();
    }

    private static string Escape(string plain) => plain.ReplaceLineEndings(" ").Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("#", "&num;", StringComparison.Ordinal);
}

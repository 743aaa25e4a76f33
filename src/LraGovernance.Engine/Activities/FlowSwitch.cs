using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Activities;

/// <summary>Leaves by the label of the first case that holds, or of every one that does; by <c>Default</c> when none does.</summary>
internal sealed class FlowSwitch : Activity
{
    private const string First = "MatchFirst", Any = "MatchAny", Otherwise = "Default";

    public override string Type => "Elsa.FlowSwitch";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("mode", InputKind.Text) { Choices = [First, Any] }];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [.. Cases(node).Select(one => one.Label).Append(Otherwise).Distinct()];

    public override Step Execute(ActivityContext context)
    {
        // All of them are evaluated, as Elsa does: a case that cannot be is a fault even behind one that holds.
        var holding = Cases(context.Node).Where(one => context.Evaluate(one.Condition) is true).Select(one => one.Label).ToArray();
        return holding.Length == 0 ? Step.Complete(Otherwise)
            : context.Text("mode") == Any ? Step.Complete(holding)
            : Step.Complete(holding[0]);
    }

    internal override void ReadParts(PartReader reader)
    {
        var cases = new List<SwitchCase>();
        foreach (var item in Lists.Items(reader.Source.AnyCase("cases"), reader.Source.PathOf("cases"), reader.Faults))
            if (Read(item, reader) is { } read)
                cases.Add(read);
        reader.Node.Parts = cases.ToArray();
    }

    private static SwitchCase? Read(Lists.Item item, PartReader reader)
    {
        var source = item.Value as JsonObject;
        var label = source?.TextAnyCase("label");
        if (string.IsNullOrEmpty(label))
            reader.Faults.Add($"{item.Path}.label", "a case needs a label");
        if (source?.AnyCase("condition") is not JsonObject condition)
        {
            reader.Faults.Add($"{item.Path}.condition", "a case needs a condition with a type and a value");
            return null;
        }
        return label is not null && reader.ReadBareInput(new ActivityInput("condition", InputKind.Boolean), condition) is { } binding
            ? new SwitchCase(label, binding)
            : null;
    }

    private static SwitchCase[] Cases(ActivityNode node) => (SwitchCase[])node.Parts!;
}

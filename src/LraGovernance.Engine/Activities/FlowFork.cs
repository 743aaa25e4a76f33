using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

internal sealed class FlowFork : Activity
{
    public override string Type => "Elsa.FlowFork";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("branches", InputKind.TextList)];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        node.LiteralList("branches") is { Count: > 0 } branches ? branches : ["Done"];

    public override bool OutcomesAreKnown(ActivityNode node) => node.Binding("branches") is null or { IsConstant: true };

    public override Step Execute(ActivityContext context) => Step.Complete([.. context.TextList("branches")]);
}

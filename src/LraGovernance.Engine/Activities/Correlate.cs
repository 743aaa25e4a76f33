using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Says what the instance belongs to, so that events for that reach it.</summary>
internal sealed class Correlate : Activity
{
    public override string Type => "Elsa.Correlate";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("correlationId", InputKind.Text)];

    public override Step Execute(ActivityContext context) => new Step.Correlating(context.Text("correlationId"));
}

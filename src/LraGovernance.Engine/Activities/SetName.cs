using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Names the instance.</summary>
internal sealed class SetName : Activity
{
    public override string Type => "Elsa.SetName";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("value", InputKind.Text)];

    public override Step Execute(ActivityContext context) => new Step.Naming(context.Text("value"));
}

using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Sets an output of the workflow, also one that it does not declare.</summary>
internal sealed class SetOutput : Activity
{
    public override string Type => "Elsa.SetOutput";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("outputName", InputKind.Text, Required: true), new("outputValue", InputKind.Any)];

    public override Step Execute(ActivityContext context) => context.Text("outputName") is { Length: > 0 } name
        ? new Step.Yielding(name, context.Json("outputValue"))
        : Step.Fault("the name of the output is empty");
}

using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

internal sealed class WriteLine : Activity
{
    public override string Type => "Elsa.WriteLine";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("text", InputKind.Text)];

    public override Step Execute(ActivityContext context) => new Step.Writing(context.Text("text") ?? "");
}

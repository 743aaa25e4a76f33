using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

internal sealed class FlowDecision : Activity
{
    private static readonly Step True = Step.Complete("True");
    private static readonly Step False = Step.Complete("False");

    public override string Type => "Elsa.FlowDecision";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("condition", InputKind.Boolean)];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => ["True", "False"];

    public override Step Execute(ActivityContext context) => context.Boolean("condition") ? True : False;
}

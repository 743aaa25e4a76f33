using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Ends the whole workflow.</summary>
internal sealed class Finish : Activity
{
    public override string Type => "Elsa.Finish";

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    public override Step Execute(ActivityContext context) => Step.FinishedAll;
}

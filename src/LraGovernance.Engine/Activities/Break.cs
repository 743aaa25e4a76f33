using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Ends the nearest While or ForEach it stands in; without one it is an <see cref="End"/>.</summary>
internal sealed class Break : Activity
{
    public override string Type => "Elsa.Break";

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    public override Step Execute(ActivityContext context) => Step.BrokenOut;
}

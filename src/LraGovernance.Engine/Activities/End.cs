using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Ends the container it stands in; what is around goes on.</summary>
internal sealed class End : Activity
{
    public override string Type => "Elsa.End";

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    public override Step Execute(ActivityContext context) => Step.Ended;
}

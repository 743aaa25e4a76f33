using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

internal sealed class Start : Activity
{
    public override string Type => "Elsa.Start";

    public override Step Execute(ActivityContext context) => Step.Complete();
}

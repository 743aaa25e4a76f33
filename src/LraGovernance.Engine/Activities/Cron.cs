using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Completes at once where it set the instance off; elsewhere it asks the host, which knows cron expressions, for the next occurrence.</summary>
internal sealed class Cron : Activity
{
    public override string Type => "Elsa.Cron";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("cronExpression", InputKind.Text, Required: true)];

    public override bool Waits => true;

    internal override bool RingsWhenStartedByHand => true;

    public override Step Execute(ActivityContext context) => context.IsTrigger
        ? Step.Complete()
        : Step.Wait(new JsonObject { ["cronExpression"] = context.Text("cronExpression") });
}

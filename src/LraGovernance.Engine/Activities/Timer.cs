using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Waits for one interval; completes at once where it set the instance off.</summary>
internal sealed class Timer : Activity
{
    private static readonly TimeSpan ElsasDefault = TimeSpan.FromMinutes(1);

    public override string Type => "Elsa.Timer";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("interval", InputKind.Duration)];

    public override bool Waits => true;

    internal override bool RingsWhenStartedByHand => true;

    public override Step Execute(ActivityContext context) =>
        context.IsTrigger ? Step.Complete() : Step.WaitUntil(context.Now + (context.Duration("interval") ?? ElsasDefault));
}

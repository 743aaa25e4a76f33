using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Waits for a span of time from now.</summary>
internal sealed class Delay : Activity
{
    public override string Type => "Elsa.Delay";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("timeSpan", InputKind.Duration, Required: true)];

    public override bool Waits => true;

    public override Step Execute(ActivityContext context) => context.Duration("timeSpan") is { } span
        ? Step.WaitUntil(context.Now + span)
        : Step.Fault("there is no time to wait for: 'timeSpan' is empty");
}

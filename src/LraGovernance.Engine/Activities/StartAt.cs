using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Waits for a point in time; completes at once when that is past, and where it set the instance off.</summary>
internal sealed class StartAt : Activity
{
    public override string Type => "Elsa.StartAt";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("dateTime", InputKind.Moment, Required: true)];

    public override bool Waits => true;

    internal override bool RingsWhenStartedByHand => true;

    public override Step Execute(ActivityContext context) =>
        context.IsTrigger ? Step.Complete()
        : context.Moment("dateTime") is not { } moment ? Step.Fault("there is no time to wait for: 'dateTime' is empty")
        : moment <= context.Now ? Step.Complete()
        : Step.WaitUntil(moment);
}

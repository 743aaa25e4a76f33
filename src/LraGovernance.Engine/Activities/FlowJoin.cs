using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>The waiting is done by the flowchart, which asks for the mode before it queues the join.</summary>
internal sealed class FlowJoin : Activity
{
    public override string Type => "Elsa.FlowJoin";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("mode", InputKind.Text) { Choices = Enum.GetNames<JoinMode>() }];

    public override Step Execute(ActivityContext context) => Step.Complete();

    public static JoinMode Mode(string? name) => name is null ? JoinMode.WaitAny : Enum.Parse<JoinMode>(name);
}

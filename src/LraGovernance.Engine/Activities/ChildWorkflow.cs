using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>
/// Asks the host to start another workflow. The burst stops there. The host resumes it when nothing is waited for or the child is
/// over, and fails it when there is no such workflow; else it lets the instance continue, and resumes the bookmark when the child is over.
/// </summary>
internal abstract class ChildWorkflow : Activity
{
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("workflowDefinitionId", InputKind.Text, Required: true), new("correlationId", InputKind.Text), new("input", InputKind.Map),
        new("waitForCompletion", InputKind.Boolean),
    ];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override bool Waits => true;

    public override Step Execute(ActivityContext context) => context.Text("workflowDefinitionId") is { Length: > 0 } workflow
        ? Step.Call(new JsonObject
        {
            ["workflowDefinitionId"] = workflow,
            ["correlationId"] = context.Text("correlationId"),
            ["input"] = context.Json("input") ?? new JsonObject(),
            ["waitForCompletion"] = context.Boolean("waitForCompletion"),
        })
        : Step.Fault("there is no workflow to start: 'workflowDefinitionId' is empty");
}

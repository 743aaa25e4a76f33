using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Activities;

/// <summary>Ends the workflow and names its outcomes, which only the journal keeps: a workflow is no activity here.</summary>
internal sealed class Complete : Activity
{
    public override string Type => "Elsa.Complete";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("outcomes", InputKind.Any)];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    public override Step Execute(ActivityContext context) => new Step.WorkflowEnd(context.Json("outcomes") switch
    {
        null => ["Done"],
        JsonArray outcomes => [.. outcomes.Select(outcome => ValueText.Of(outcome) ?? "")],
        var outcome => [ValueText.Of(outcome)!],
    });
}

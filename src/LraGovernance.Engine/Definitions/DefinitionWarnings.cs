using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Definitions.Warnings;

namespace LraGovernance.Engine.Definitions;

/// <summary>Finds what a definition may say but probably should not. Elsa runs such definitions, and so does the runner.</summary>
public static class DefinitionWarnings
{
    /// <summary>All warnings, the workflow's own first, then activity by activity in the order of the file.</summary>
    public static IReadOnlyList<DefinitionWarning> Of(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var warnings = new List<DefinitionWarning>(StorageWarnings.OfVariables("", definition.Variables));
        warnings.AddRange(ValueWarnings.OfVariables("", definition.Variables));
        foreach (var node in definition.AllActivities())
        {
            warnings.AddRange(ValueWarnings.Of(node));
            warnings.AddRange(LoopWarnings.Of(node));
            warnings.AddRange(StorageWarnings.OfVariables(node.Id, node.Variables));
            if (node.Parts is FlowPlan { Default: not null } plan)
                warnings.AddRange(OfFlowchart(plan, node.Connections));
        }
        warnings.AddRange(StorageWarnings.OfInputs(definition));
        return [.. warnings.Distinct()];
    }

    private static IEnumerable<DefinitionWarning> OfFlowchart(FlowPlan plan, IReadOnlyList<Connection> connections) =>
    [
        .. PortWarnings.Of(plan, connections),
        .. plan.Graphs.SelectMany(graph => LoopWarnings.Of(graph, connections)),
        .. plan.Graphs.SelectMany(JoinWarnings.Of),
    ];
}

using LraGovernance.Engine.Definitions.Flow;

namespace LraGovernance.Engine.Definitions.Warnings;

internal static class LoopWarnings
{
    public static IEnumerable<DefinitionWarning> Of(FlowGraph graph, IReadOnlyList<Connection> connections)
    {
        for (var i = 0; i < connections.Count; i++)
            if (graph.IsBackward[i] && CanGoRoundWithoutWait(graph, graph.Plan.Connections[i]))
                yield return new(connections[i].Path, connections[i].Source, WarningRules.LoopWithoutWait,
                    $"the loop from '{connections[i].Target}' back through '{connections[i].Source}' can go round without waiting");
    }

    private static bool CanGoRoundWithoutWait(FlowGraph graph, FlowConnection back)
    {
        var (connections, activities) = (graph.Plan.Connections, graph.Plan.Activities);
        return !MayWait(activities[back.Target])
            && graph.ForwardReach(back.Target, without: i => MayWait(activities[connections[i].Target]))[back.Source];
    }

    private static bool MayWait(ActivityNode node) => node.SelfAndDescendants().Any(inside => inside.Activity.Waits);
}

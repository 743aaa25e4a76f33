using LraGovernance.Engine.Activities;
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

    /// <summary>What a single activity says of loops: a While that never waits, a Break without a loop.</summary>
    public static IEnumerable<DefinitionWarning> Of(ActivityNode node)
    {
        if (node.Activity is While && !MayWait(node))
            yield return new(node.Path, node.Id, WarningRules.LoopWithoutWait, "the loop can go round without waiting: nothing in its body waits");
        if (node.Activity is Break && !Containers(node).Any(container => container is { EndsWithABreak: true }))
            yield return new(node.Path, node.Id, WarningRules.BreakOutsideLoop, "there is no While or ForEach around this Break: it only ends the container it stands in");
    }

    private static IEnumerable<Container?> Containers(ActivityNode node)
    {
        for (var around = node.Parent; around is not null; around = around.Parent)
            yield return around.Activity as Container;
    }

    private static bool CanGoRoundWithoutWait(FlowGraph graph, FlowConnection back)
    {
        var (connections, activities) = (graph.Plan.Connections, graph.Plan.Activities);
        return !MayWait(activities[back.Target])
            && graph.ForwardReach(back.Target, without: i => MayWait(activities[connections[i].Target]))[back.Source];
    }

    private static bool MayWait(ActivityNode node) => node.SelfAndDescendants().Any(inside => inside.Activity.Waits);
}

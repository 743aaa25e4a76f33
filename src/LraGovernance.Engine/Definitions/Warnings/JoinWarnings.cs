using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions.Flow;

namespace LraGovernance.Engine.Definitions.Warnings;

/// <summary>WaitAll needs every inbound connection followed. A decision whose outcome leaves some and takes others away starves it.</summary>
internal static class JoinWarnings
{
    public static IEnumerable<DefinitionWarning> Of(FlowGraph graph)
    {
        var activities = graph.Plan.Activities;
        for (var join = 0; join < activities.Length; join++)
        {
            if (activities[join].Activity is not FlowJoin || activities[join].Binding("mode") is not { Constant: nameof(JoinMode.WaitAll) })
                continue;
            for (var decision = 0; decision < activities.Length; decision++)
                if (graph.Ancestors(join)[decision] && FindStarvingOutcome(graph, join, decision) is { } outcome)
                    yield return new(activities[join].Path, activities[join].Id, WarningRules.WaitAllCanMiss,
                        $"when '{activities[decision].Id}' leaves by '{outcome}', this join misses a connection and is skipped with everything behind it");
        }
    }

    private static string? FindStarvingOutcome(FlowGraph graph, int join, int decision)
    {
        var node = graph.Plan.Activities[decision];
        return node.Activity is FlowFork || node.Outcomes.Count < 2
            ? null
            : node.Outcomes.FirstOrDefault(outcome =>
                !GoesBack(graph, decision, outcome) && !EndsAll(graph, join, decision, outcome) && Starves(graph, join, decision, outcome));
    }

    private static bool Starves(FlowGraph graph, int join, int decision, string outcome)
    {
        bool IsGivenUp(int i) => graph.Plan.Connections[i].Source == decision && graph.Plan.Connections[i].Port != outcome;
        var reached = graph.ForwardReach(graph.Start, without: IsGivenUp);
        var inbound = graph.ForwardInbound[join];
        var coming = inbound.Count(i => reached[graph.Plan.Connections[i].Source] && !IsGivenUp(i));
        return coming > 0 && coming < inbound.Length;
    }

    // Rework: the decision is asked again, and the join is waited for meanwhile.
    private static bool GoesBack(FlowGraph graph, int decision, string outcome) =>
        graph.Plan.Outbound[decision].Any(i => graph.IsBackward[i] && graph.Plan.Connections[i].Port == outcome);

    // An outcome whose every road comes to an End or Finish, and not by way of the join, gives the join up on purpose.
    private static bool EndsAll(FlowGraph graph, int join, int decision, string outcome)
    {
        var targets = graph.Plan.Outbound[decision].Where(i => graph.Plan.Connections[i].Port == outcome).Select(i => graph.Plan.Connections[i].Target).ToArray();
        return targets.Length > 0 && targets.All(target => graph.ForwardReach(target) is var road && !road[join] && RoadEnds(graph, road));
    }

    private static bool RoadEnds(FlowGraph graph, bool[] road)
    {
        for (var place = 0; place < road.Length; place++)
            if (road[place] && graph.Plan.Outbound[place].Length == 0 && graph.Plan.Activities[place].Outcomes.Count > 0)
                return false;
        return true;
    }
}

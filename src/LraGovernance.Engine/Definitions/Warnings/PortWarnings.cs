using System.Text.Json.Nodes;
using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions.Flow;

namespace LraGovernance.Engine.Definitions.Warnings;

internal static class PortWarnings
{
    public static IEnumerable<DefinitionWarning> Of(FlowPlan plan, IReadOnlyList<Connection> connections)
    {
        for (var place = 0; place < plan.Activities.Length; place++)
        {
            var node = plan.Activities[place];
            if (!plan.Graphs.Any(graph => graph.IsReached[place]))
                yield return new(node.Path, node.Id, WarningRules.Unreachable, "no start of this flowchart leads here, so it never runs");
            else if (node.Activity.OutcomesAreKnown(node))
                foreach (var warning in OfPorts(node, [.. plan.Outbound[place].Select(i => connections[i])]))
                    yield return warning;
        }
    }

    private static IEnumerable<DefinitionWarning> OfPorts(ActivityNode node, Connection[] outbound)
    {
        var ends = Ends(node);
        foreach (var outcome in node.Outcomes)
            if (!ends.Contains(outcome) && !outbound.Any(connection => connection.Port == outcome))
                yield return new(node.Path, node.Id, WarningRules.LooseOutcome,
                    $"the outcome '{outcome}' leads nowhere; connect it, or list it in customProperties.ends");
        foreach (var end in ends.Except(node.Outcomes))
            yield return new(node.Path, node.Id, WarningRules.PortNeverComes, $"customProperties.ends lists '{end}', which is no outcome of it");
        foreach (var connection in outbound.Where(connection => !node.Outcomes.Contains(connection.Port)))
            yield return node.Activity is FlowFork
                ? new(connection.Path, node.Id, WarningRules.BranchNotInFork, $"'{connection.Port}' is not among the fork's branches")
                : new(connection.Path, node.Id, WarningRules.PortNeverComes, $"{node.Type} never leaves by '{connection.Port}' here");
    }

    private static string[] Ends(ActivityNode node) =>
        node.Part("customProperties")?.AnyCase("ends") is JsonArray ends ? [.. ends.Select(end => end.AsText()).OfType<string>()] : [];
}

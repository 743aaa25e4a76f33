using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Execution.Flow;
using LraGovernance.Engine.Execution.Saving;

namespace LraGovernance.Engine.Activities;

internal sealed class Flowchart : Container
{
    public override string Type => "Elsa.Flowchart";

    public override bool EndsWithAnEnd => true;

    public override Step Enter(ContainerContext context)
    {
        if (((FlowPlan)context.Node.Parts!).StartingAt(context.TriggerActivityId) is not { } graph)
            return Step.Complete();
        var run = new FlowRun(graph);
        context.Own = run;
        run.Begin(context);
        return Step.Carrying;
    }

    public override Step ChildCompleted(ContainerContext context, int place, string[] outcomes)
    {
        var run = (FlowRun)context.Own!;
        run.Leave(context, place, outcomes);
        return run.IsAlive ? Step.Carrying : Step.Complete();
    }

    public override ContainerData Save(object? own) => new() { Flow = ((FlowRun)own!).Save() };

    public override object Restore(ActivityNode node, ContainerData? saved, IEnumerable<int> children)
    {
        var run = FlowRun.Restore((FlowPlan)node.Parts!, saved?.Flow ?? throw new UnreadableStateException($"the counts of '{node.Id}' are missing"));
        foreach (var place in children)
            run.Revive(place);
        return run;
    }

    internal override void ReadParts(PartReader reader)
    {
        reader.DeclareVariables();
        var ids = ReadIds(reader);
        var activities = reader.ReadChildren(reader.Exactly("activities"), "activities");
        var connections = new ConnectionReader(reader.Faults, ids).Read(reader.Exactly("connections"), reader.Source.PathOf("connections"));
        if (activities.Contains(null) || activities.DistinctBy(node => node!.Id).Count() < activities.Count)
            return;
        reader.Node.Children = [.. activities.Select(node => node!)];
        reader.Node.Connections = connections;
        var plan = new FlowPlan(reader.Node.Children, connections);
        reader.Node.Parts = plan;
        RefuseInvalidWaysBack(plan, connections, reader);
    }

    private static HashSet<string> ReadIds(PartReader reader)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        reader.Source.TryGetPropertyValue("activities", out var list);
        foreach (var item in Lists.Items(list, reader.Source.PathOf("activities"), new FaultList("")))
        {
            if (item.Value is not JsonObject activity)
                continue;
            if (activity.TextAnyCase("id") is not { Length: > 0 } id)
                reader.Faults.Add($"{item.Path}.id", "an activity in a flowchart needs an id");
            else if (!ids.Add(id))
                reader.Faults.Add($"{item.Path}.id", $"the id '{id}' is in this flowchart twice");
        }
        return ids;
    }

    private static void RefuseInvalidWaysBack(FlowPlan plan, IReadOnlyList<Connection> connections, PartReader reader)
    {
        for (var i = 0; i < connections.Count; i++)
            if (plan.Graphs.Any(graph => graph.IsInvalidBackward[i]))
                reader.Faults.Add(connections[i].Path,
                    $"goes back from '{connections[i].Source}' to '{connections[i].Target}', which not every path from the start to '{connections[i].Source}' passes");
    }
}

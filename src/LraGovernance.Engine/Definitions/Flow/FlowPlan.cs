namespace LraGovernance.Engine.Definitions.Flow;

/// <summary>A flowchart worked out once, at load: everything by index, and a graph for each activity it may start from.</summary>
internal sealed class FlowPlan
{
    private readonly FlowGraph?[] graphs;
    private readonly int defaultStart;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public FlowPlan(IReadOnlyList<ActivityNode> activities, IReadOnlyList<Connection> connections)
    {
        Activities = [.. activities];
        for (var place = 0; place < Activities.Length; place++)
            places.Add(Activities[place].Id, place);
        Connections = [.. connections.Select(c => new FlowConnection(places[c.Source], c.Port, places[c.Target]))];
        Outbound = Group(Connections, c => c.Source);
        graphs = new FlowGraph?[Activities.Length];
        defaultStart = FindDefaultStart();
        if (defaultStart >= 0)
            graphs[defaultStart] = new FlowGraph(this, defaultStart);
        for (var place = 0; place < Activities.Length; place++)
            if (Activities[place].CanStartWorkflow)
                graphs[place] ??= new FlowGraph(this, place);
    }

    public ActivityNode[] Activities { get; }

    public FlowConnection[] Connections { get; }

    /// <summary>For each activity the connections out of it, in the order of the file.</summary>
    public int[][] Outbound { get; }

    /// <summary>The graph from the ordinary start; null for a flowchart without activities.</summary>
    public FlowGraph? Default => defaultStart < 0 ? null : graphs[defaultStart];

    /// <summary>The graphs from every activity it may start from.</summary>
    public IEnumerable<FlowGraph> Graphs => graphs.OfType<FlowGraph>();

    public FlowGraph? StartingAt(string? triggerId) =>
        triggerId is not null && FindPlace(triggerId) is { } place ? StartingAt(place) : Default;

    // A trigger without the flag is unusual, and its graph is then not worked out beforehand.
    public FlowGraph StartingAt(int place) => graphs[place] ?? new FlowGraph(this, place);

    public int? FindPlace(string activityId) => places.TryGetValue(activityId, out var place) ? place : null;

    public int[][] Group(IReadOnlyList<FlowConnection> connections, Func<FlowConnection, int> by, Predicate<int>? where = null)
    {
        var groups = new List<int>[Activities.Length];
        for (var i = 0; i < connections.Count; i++)
            if (where is null || where(i))
                (groups[by(connections[i])] ??= []).Add(i);
        return Array.ConvertAll(groups, group => group?.ToArray() ?? []);
    }

    private int FindDefaultStart()
    {
        var start = Array.FindIndex(Activities, node => node.Activity is Engine.Activities.Start);
        if (start < 0)
            start = Array.FindIndex(Activities, node => node.CanStartWorkflow);
        if (start < 0)
            start = Enumerable.Range(0, Activities.Length).FirstOrDefault(place => !Connections.Any(c => c.Target == place), -1);
        return start < 0 && Activities.Length > 0 ? 0 : start;
    }
}

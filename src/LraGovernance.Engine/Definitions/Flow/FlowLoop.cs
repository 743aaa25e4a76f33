namespace LraGovernance.Engine.Definitions.Flow;

/// <summary>
/// A rework loop: the activity gone back to, and all activities from which the way back can still be taken. It has one way in.
/// While any of them is alive, an outcome that leads out of the loop and was not taken may still be taken in the next round.
/// </summary>
internal sealed class FlowLoop
{
    private readonly bool[] body;

    private FlowLoop(int header, bool[] body)
    {
        (Header, this.body) = (header, body);
        Body = [.. Enumerable.Range(0, body.Length).Where(place => body[place])];
    }

    public int Header { get; }

    public int[] Body { get; }

    public bool Contains(int place) => body[place];

    /// <summary>The natural loops of a graph, those with one header taken together; smaller ones first, so inner before outer.</summary>
    public static FlowLoop[] FindIn(FlowGraph graph)
    {
        var connections = graph.Plan.Connections;
        var back = Enumerable.Range(0, connections.Length).Where(i => graph.IsBackward[i] && !graph.IsInvalidBackward[i]);
        var loops = back.GroupBy(i => connections[i].Target, i => connections[i].Source);
        return [.. loops.Select(loop => new FlowLoop(loop.Key, FindBody(graph, loop.Key, loop))).OrderBy(loop => loop.Body.Length)];
    }

    private static bool[] FindBody(FlowGraph graph, int header, IEnumerable<int> sources)
    {
        var body = new bool[graph.Plan.Activities.Length];
        body[header] = true;
        var open = new Stack<int>(sources);
        while (open.TryPop(out var place))
        {
            if (body[place])
                continue;
            body[place] = true;
            for (var i = 0; i < graph.Plan.Connections.Length; i++)
                if (graph.Plan.Connections[i].Target == place && (graph.IsForward[i] || graph.IsBackward[i]))
                    open.Push(graph.Plan.Connections[i].Source);
        }
        return body;
    }
}

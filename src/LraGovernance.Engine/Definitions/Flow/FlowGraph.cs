namespace LraGovernance.Engine.Definitions.Flow;

/// <summary>
/// A flowchart seen from one start. Breadth first and in the order of the file, a connection is forward unless it would close a
/// cycle with the forward ones so far; then it is backward. What the start does not reach is neither.
/// </summary>
internal sealed class FlowGraph
{
    private readonly bool[][] ancestors;

    public FlowGraph(FlowPlan plan, int start)
    {
        Plan = plan;
        Start = start;
        IsForward = new bool[plan.Connections.Length];
        IsBackward = new bool[plan.Connections.Length];
        IsReached = new bool[plan.Activities.Length];
        Classify();
        IsInvalidBackward = Array.ConvertAll(Enumerable.Range(0, IsBackward.Length).ToArray(), i => IsBackward[i] && !IsPassedOnTheWay(i));
        ForwardInbound = plan.Group(plan.Connections, c => c.Target, i => IsForward[i]);
        ancestors = new bool[plan.Activities.Length][];
        for (var place = 0; place < ancestors.Length; place++)
            if (plan.Activities[place].Activity is Engine.Activities.FlowJoin)
                ancestors[place] = FindAncestors(place);
        Loops = FlowLoop.FindIn(this);
        Exits = FindExits();
    }

    public FlowPlan Plan { get; }

    public int Start { get; }

    public bool[] IsForward { get; }

    public bool[] IsBackward { get; }

    /// <summary>Backward, but to an activity that not every forward path from the start to its source passes. Following it is a fault.</summary>
    public bool[] IsInvalidBackward { get; }

    public bool[] IsReached { get; }

    /// <summary>For each activity its forward inbound connections.</summary>
    public int[][] ForwardInbound { get; }

    /// <summary>Inner loops before the loops around them.</summary>
    public FlowLoop[] Loops { get; }

    /// <summary>For each connection the outermost loop that it leads out of, or -1.</summary>
    public int[] Exits { get; }

    /// <summary>The activities on forward paths to a join, itself not among them.</summary>
    public bool[] Ancestors(int join) => ancestors[join];

    /// <summary>The activities that forward connections lead to from one of them, itself included.</summary>
    public bool[] ForwardReach(int from, Predicate<int>? without = null)
    {
        var reached = new bool[Plan.Activities.Length];
        var open = new Stack<int>([from]);
        reached[from] = true;
        while (open.TryPop(out var place))
            foreach (var i in Plan.Outbound[place])
                if (IsForward[i] && Plan.Connections[i].Target is var target && !reached[target] && without?.Invoke(i) != true)
                {
                    reached[target] = true;
                    open.Push(target);
                }
        return reached;
    }

    private bool IsPassedOnTheWay(int backward)
    {
        var (source, _, target) = Plan.Connections[backward];
        return target == Start || !ForwardReach(Start, without: i => Plan.Connections[i].Target == target)[source];
    }

    private void Classify()
    {
        var open = new Queue<int>([Start]);
        IsReached[Start] = true;
        while (open.TryDequeue(out var place))
            foreach (var i in Plan.Outbound[place])
            {
                var target = Plan.Connections[i].Target;
                // What is met for the first time leads nowhere yet.
                IsBackward[i] = target == place || IsReached[target] && ForwardReach(target)[place];
                IsForward[i] = !IsBackward[i];
                if (IsForward[i] && !IsReached[target])
                {
                    IsReached[target] = true;
                    open.Enqueue(target);
                }
            }
    }

    private bool[] FindAncestors(int join)
    {
        var found = new bool[Plan.Activities.Length];
        var open = new Stack<int>([join]);
        while (open.TryPop(out var place))
            foreach (var i in ForwardInbound[place])
                if (Plan.Connections[i].Source is var source && !found[source])
                {
                    found[source] = true;
                    open.Push(source);
                }
        return found;
    }

    private int[] FindExits()
    {
        var exits = new int[Plan.Connections.Length];
        Array.Fill(exits, -1);
        for (var loop = 0; loop < Loops.Length; loop++)
            for (var i = 0; i < exits.Length; i++)
                if (IsForward[i] && Loops[loop].Contains(Plan.Connections[i].Source) && !Loops[loop].Contains(Plan.Connections[i].Target))
                    exits[i] = loop;
        return exits;
    }
}

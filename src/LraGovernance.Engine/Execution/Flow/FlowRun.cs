using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Expressions;

namespace LraGovernance.Engine.Execution.Flow;

/// <summary>
/// One run of a flowchart. Every connection is counted once a round, followed or not; an activity is claimed (queued or skipped) when
/// all its forward inbound connections have been counted more often than it was claimed. Claiming when queued, not when completed,
/// is what makes a join run once.
/// </summary>
internal sealed class FlowRun(FlowGraph graph)
{
    private const int MostRoundsWithoutWait = 1_000;

    private readonly FlowPlan plan = graph.Plan;
    private readonly int[] claims = new int[graph.Plan.Activities.Length];
    private readonly FlowMarks[] marks = new FlowMarks[graph.Plan.Connections.Length];
    private readonly int[] live = new int[graph.Plan.Activities.Length];
    private readonly int[] unsettledExits = new int[graph.Loops.Length];
    private readonly Stack<Departure> departures = new();
    private int[]? roundsThisBurst;
    private bool[]? lost;
    private int alive;
    private bool isStuck;

    /// <summary>Whether a child is queued or has not completed.</summary>
    public bool IsAlive => alive > 0 || isStuck;

    public void Begin(ContainerContext context) => Queue(context, graph.Start);

    /// <summary>A child has completed.</summary>
    public void Leave(ContainerContext context, int place, string[] outcomes)
    {
        Bury(place);
        try
        {
            Depart(context, new Departure(place, outcomes));
            while (FindSettledLoop() is { } loop)
                Release(context, loop);
        }
        catch (WorkflowFault)
        {
            // Where the definition goes on after faults, what was left counts as never completed.
            (isStuck, lost) = (true, null);
            departures.Clear();
            throw;
        }
        lost = null;
    }

    public FlowRunData Save()
    {
        var counts = new Dictionary<string, int[]>();
        for (var place = 0; place < claims.Length; place++)
        {
            var outbound = plan.Outbound[place];
            if (claims[place] == 0 && Array.TrueForAll(outbound, i => marks[i].Packed == 0))
                continue;
            int[] saved = [claims[place], .. outbound.Select(i => marks[i].Packed)];
            counts.Add(plan.Activities[place].Id, saved);
        }
        return new FlowRunData(plan.Activities[graph.Start].Id, counts) { IsStuck = isStuck };
    }

    public static FlowRun Restore(FlowPlan plan, FlowRunData saved)
    {
        var start = plan.FindPlace(saved.Start) ?? throw new UnreadableStateException($"the flowchart has no activity '{saved.Start}'");
        var run = new FlowRun(plan.StartingAt(start)) { isStuck = saved.IsStuck };
        foreach (var (id, counts) in saved.Counts)
        {
            var place = plan.FindPlace(id) ?? throw new UnreadableStateException($"the flowchart has no activity '{id}'");
            var outbound = plan.Outbound[place];
            if (counts.Length != outbound.Length + 1)
                throw new UnreadableStateException($"'{id}' has {outbound.Length} connections, the state has {counts.Length - 1}");
            run.claims[place] = counts[0];
            for (var i = 0; i < outbound.Length; i++)
                run.RestoreMarks(outbound[i], FlowMarks.Unpack(counts[i + 1]));
        }
        return run;
    }

    public void Revive(int place)
    {
        live[place]++;
        alive++;
    }

    private void RestoreMarks(int connection, FlowMarks saved)
    {
        marks[connection] = saved;
        if (saved.IsHeld || saved.IsTaken)
            unsettledExits[graph.Exits[connection]]++;
    }

    private void Queue(ContainerContext context, int place)
    {
        Revive(place);
        context.Queue(place);
    }

    private void Bury(int place)
    {
        live[place]--;
        alive--;
    }

    // Skipping goes on through what was skipped, in the order of the file and depth first, as Elsa's recursion does.
    private void Depart(ContainerContext context, Departure first)
    {
        departures.Push(first);
        while (departures.TryPeek(out var departure))
        {
            if (departure.Next == plan.Outbound[departure.Place].Length)
            {
                departures.Pop();
                continue;
            }
            var connection = plan.Outbound[departure.Place][departure.Next++];
            var followed = departure.LeavesBy(plan.Connections[connection].Port);
            if (graph.IsForward[connection])
                GoForward(context, connection, followed);
            else if (followed && graph.IsBackward[connection])
                GoBack(context, connection);
        }
    }

    private void GoBack(ContainerContext context, int connection)
    {
        var (source, _, target) = plan.Connections[connection];
        if (graph.IsInvalidBackward[connection])
            throw new WorkflowFault($"invalid way back: not every path from the start passes '{plan.Activities[target].Id}'", plan.Activities[source]);
        roundsThisBurst ??= new int[marks.Length];
        if (++roundsThisBurst[connection] > MostRoundsWithoutWait)
            throw new WorkflowFault(
                $"more than {MostRoundsWithoutWait} rounds of a loop without a wait, back to '{plan.Activities[target].Id}'", plan.Activities[source]) { IsLimit = true };
        Queue(context, target);
    }

    private void GoForward(ContainerContext context, int connection, bool followed)
    {
        if (graph.Exits[connection] is >= 0 and var loop)
        {
            ref var exit = ref marks[connection];
            if (!exit.IsHeld && !exit.IsTaken)
                unsettledExits[loop]++;
            if (followed)
                exit.Take();
            else if (!exit.IsTaken)
                exit.Hold();
            if (!followed)
                return;
        }
        Arrive(context, connection, followed);
    }

    private void Arrive(ContainerContext context, int connection, bool followed)
    {
        marks[connection].CountOne(followed);
        var target = plan.Connections[connection].Target;
        var mode = ModeOf(context, target);
        if (mode == JoinMode.WaitAny && followed && lost?[target] != true)
        {
            // A count that is not above the claims is a late arrival of a round that has run.
            if (marks[connection].Count > claims[target])
                Win(context, target);
            return;
        }
        foreach (var inbound in graph.ForwardInbound[target])
            if (marks[inbound].Count <= claims[target])
                return;
        claims[target]++;
        if (lost?[target] != true && IsTakenUp(target, mode))
            Queue(context, target);
        else
            departures.Push(new Departure(target, []));
    }

    private bool IsTakenUp(int target, JoinMode mode)
    {
        var inbound = graph.ForwardInbound[target];
        return mode == JoinMode.WaitAll
            ? Array.TrueForAll(inbound, i => marks[i].IsFollowed)
            : mode == JoinMode.WaitAllActive && Array.Exists(inbound, i => marks[i].IsFollowed);
    }

    // The first to arrive wins. Whatever is still on its way to the join is withdrawn and counted through as not followed,
    // so that nothing of this round is left that could reach the join, or hold up what it also led to.
    private void Win(ContainerContext context, int join)
    {
        claims[join]++;
        Queue(context, join);
        var onTheWay = graph.Ancestors(join);
        lost = lost is null ? onTheWay : [.. lost.Zip(onTheWay, (before, now) => before || now)];
        var withdrawn = context.Cancel(onTheWay, $"'{plan.Activities[join].DisplayText}' went on with another branch");
        for (var i = withdrawn.Count - 1; i >= 0; i--)
        {
            Bury(withdrawn[i]);
            departures.Push(new Departure(withdrawn[i], []));
        }
    }

    private int? FindSettledLoop()
    {
        for (var loop = 0; loop < unsettledExits.Length; loop++)
            if (unsettledExits[loop] > 0 && Array.TrueForAll(graph.Loops[loop].Body, place => live[place] == 0))
                return loop;
        return null;
    }

    private void Release(ContainerContext context, int loop)
    {
        unsettledExits[loop] = 0;
        for (var connection = 0; connection < marks.Length; connection++)
        {
            if (graph.Exits[connection] != loop)
                continue;
            var isHeld = marks[connection].IsHeld;
            marks[connection].Release();
            if (!isHeld)
                continue;
            Arrive(context, connection, followed: false);
            if (departures.TryPop(out var skipped))
                Depart(context, skipped);
        }
    }

    private JoinMode ModeOf(ContainerContext context, int place)
    {
        var node = plan.Activities[place];
        if (node.Activity is not FlowJoin)
            return JoinMode.WaitAllActive;
        try
        {
            return FlowJoin.Mode((string?)context.Evaluate(node, "mode"));
        }
        catch (ConversionException misfit)
        {
            throw new WorkflowFault(misfit.Message, node);
        }
    }
}

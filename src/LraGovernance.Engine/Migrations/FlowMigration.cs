using LraGovernance.Engine.Activities;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Flow;
using LraGovernance.Engine.Execution.Flow;

namespace LraGovernance.Engine.Migrations;

/// <summary>
/// Carries a flowchart's counts over. What both versions have keeps its counts. What is new behind something that has been left belongs
/// to the past: it counts as passed as often as that was left, and as followed where the way it stands in was followed.
/// </summary>
internal sealed class FlowMigration
{
    private const int Unknown = -1;

    private readonly FlowPlan plan;
    private readonly FlowGraph graph;
    private readonly FlowRunData saved;
    private readonly FlowPlan beforePlan;
    private readonly FlowGraph before;
    private readonly IReadOnlySet<string> live;
    private readonly Remarks remarks;
    private readonly int[] oldPlaces;
    private readonly int[] claims;
    private readonly int[] left;
    private readonly int[] marks;

    private FlowMigration(FlowRunData saved, FlowGraph before, FlowGraph graph, IReadOnlySet<string> live, NodeMap map, Remarks remarks)
    {
        (this.saved, this.before, this.graph, this.live, this.remarks) = (saved, before, graph, live, remarks);
        (plan, beforePlan) = (graph.Plan, before.Plan);
        oldPlaces = new int[plan.Activities.Length];
        Array.Fill(oldPlaces, Unknown);
        for (var place = 0; place < beforePlan.Activities.Length; place++)
            if (map.Of(beforePlan.Activities[place]) is { } node && Array.IndexOf(plan.Activities, node) is >= 0 and var found)
                oldPlaces[found] = place;
        claims = new int[plan.Activities.Length];
        left = new int[plan.Activities.Length];
        marks = new int[plan.Connections.Length];
    }

    /// <param name="saved">The counts in the old version.</param>
    /// <param name="before">The flowchart in the old version.</param>
    /// <param name="plan">The flowchart in the new one.</param>
    /// <param name="live">Old ids of the activities in it that are under way.</param>
    /// <param name="map">Which activity is which.</param>
    /// <param name="remarks">Takes the reasons to refuse.</param>
    public static FlowRunData? Move(FlowRunData saved, FlowPlan before, FlowPlan plan, IReadOnlySet<string> live, NodeMap map, Remarks remarks)
    {
        var started = before.FindPlace(saved.Start)!.Value;
        if (map.Of(before.Activities[started]) is not { } start || Array.IndexOf(plan.Activities, start) is < 0)
        {
            remarks.Refuse($"it was started at '{saved.Start}', which the new version has not");
            return null;
        }
        return new FlowMigration(saved, before.StartingAt(started), plan.StartingAt(Array.IndexOf(plan.Activities, start)), live, map, remarks).Run();
    }

    private FlowRunData Run()
    {
        foreach (var place in InForwardOrder())
        {
            claims[place] = oldPlaces[place] is var old && old != Unknown ? Counts(old)[0] : FewestInbound(place);
            left[place] = old != Unknown ? TimesLeft(old) : claims[place];
            foreach (var connection in plan.Outbound[place])
                marks[connection] = graph.IsForward[connection] ? Mark(connection) : 0;
        }
        for (var place = 0; place < claims.Length; place++)
            if (oldPlaces[place] is var old && old != Unknown && graph.IsReached[place] && place != graph.Start)
            {
                if (IsOverdue(place))
                    remarks.Refuse($"'{plan.Activities[place].Id}' would have been reached before by now");
                else if (ModeOf(plan.Activities[place]) != ModeOf(beforePlan.Activities[old]) && HasArrivals(place))
                    remarks.Refuse($"'{plan.Activities[place].Id}' is on its way to be joined, and joins otherwise in the new version");
            }
        var counts = new Dictionary<string, int[]>();
        for (var place = 0; place < claims.Length; place++)
            if (claims[place] > 0 || plan.Outbound[place].Any(connection => marks[connection] > 0))
                counts.Add(plan.Activities[place].Id, [claims[place], .. plan.Outbound[place].Select(connection => marks[connection])]);
        return new FlowRunData(plan.Activities[graph.Start].Id, counts) { IsStuck = saved.IsStuck };
    }

    // Every activity behind all that leads to it; what the start does not reach comes last.
    private IEnumerable<int> InForwardOrder()
    {
        var missing = Array.ConvertAll(graph.ForwardInbound, inbound => inbound.Length);
        var open = new Queue<int>(Enumerable.Range(0, missing.Length).Where(place => missing[place] == 0));
        while (open.TryDequeue(out var place))
        {
            yield return place;
            foreach (var connection in plan.Outbound[place])
                if (graph.IsForward[connection] && --missing[plan.Connections[connection].Target] == 0)
                    open.Enqueue(plan.Connections[connection].Target);
        }
    }

    private int Mark(int connection)
    {
        var (source, port, target) = plan.Connections[connection];
        if (oldPlaces[source] != Unknown && oldPlaces[target] != Unknown && FindOld(oldPlaces[source], port, oldPlaces[target]) is { } same)
        {
            var packed = Counts(oldPlaces[source])[1 + Array.IndexOf(beforePlan.Outbound[oldPlaces[source]], same)];
            if (packed != 0 && graph.Exits[connection] >= 0 != before.Exits[same] >= 0)
                remarks.Refuse($"the way from '{plan.Activities[source].Id}' to '{plan.Activities[target].Id}' leads out of a loop in one version only");
            return packed;
        }
        if (left[source] == Unknown)
            remarks.Refuse($"a new way leads from '{plan.Activities[source].Id}', and how often that was left cannot be told");
        else if (left[source] > 0 && graph.Exits[connection] >= 0)
            remarks.Refuse($"a new way leads out of a loop from '{plan.Activities[source].Id}', which has been left");
        var passed = default(FlowMarks);
        for (var times = 0; times < left[source]; times++)
            passed.CountOne(WasFollowed(source, port));
        return passed.Packed;
    }

    private bool WasFollowed(int source, string port)
    {
        if (oldPlaces[source] is var old && old != Unknown)
            return WasLeftBy(old, port);
        var node = plan.Activities[source];
        var isTaken = graph.ForwardInbound[source].Any(connection => FlowMarks.Unpack(marks[connection]).IsFollowed);
        if (isTaken && node.Outcomes.Count > 1)
            remarks.Refuse($"'{node.Id}' is new and in the past: which way it would have been left cannot be told");
        return isTaken && node.Outcomes.Contains(port);
    }

    // Every forward way out is counted once whenever the activity is left, the ways out of a loop excepted.
    private int TimesLeft(int old)
    {
        var counts = Counts(old);
        var outbound = beforePlan.Outbound[old];
        for (var i = 0; i < outbound.Length; i++)
            if (before.IsForward[outbound[i]] && before.Exits[outbound[i]] < 0)
                return FlowMarks.Unpack(counts[1 + i]).Count;
        var begun = counts[0] + (old == before.Start ? 1 : 0);
        return begun == 0 ? 0
            : before.Loops.Any(loop => loop.Contains(old)) ? Unknown
            : live.Contains(beforePlan.Activities[old].Id) ? begun - 1 : begun;
    }

    private bool WasLeftBy(int old, string port)
    {
        var ways = beforePlan.Outbound[old].Where(i => before.IsForward[i] && beforePlan.Connections[i].Port == port).ToList();
        if (ways.Count > 0)
            return ways.Exists(i => OldMark(i).IsFollowed);
        if (beforePlan.Activities[old].Outcomes.Count == 1)
            return old == before.Start || before.ForwardInbound[old].Any(i => OldMark(i).IsFollowed);
        remarks.Refuse($"a new way leads from '{beforePlan.Activities[old].Id}' by '{port}', and whether it was left by that cannot be told");
        return false;
    }

    private FlowMarks OldMark(int connection)
    {
        var source = beforePlan.Connections[connection].Source;
        return FlowMarks.Unpack(Counts(source)[1 + Array.IndexOf(beforePlan.Outbound[source], connection)]);
    }

    private bool HasArrivals(int place) => graph.ForwardInbound[place].Any(connection => FlowMarks.Unpack(marks[connection]).Count > claims[place]);

    private static string? ModeOf(ActivityNode node) => node.Activity is FlowJoin ? node.Literal("mode") ?? nameof(JoinMode.WaitAny) : null;

    private int FewestInbound(int place) => graph.ForwardInbound[place] is { Length: > 0 } inbound
        ? inbound.Min(connection => FlowMarks.Unpack(marks[connection]).Count)
        : 0;

    private bool IsOverdue(int place) => ModeOf(plan.Activities[place]) == nameof(JoinMode.WaitAny)
        ? graph.ForwardInbound[place].Any(connection => FlowMarks.Unpack(marks[connection]) is { IsFollowed: true } mark && mark.Count > claims[place])
        : FewestInbound(place) > claims[place];

    private int? FindOld(int source, string port, int target)
    {
        foreach (var connection in beforePlan.Outbound[source])
            if (before.IsForward[connection] && beforePlan.Connections[connection].Port == port && beforePlan.Connections[connection].Target == target)
                return connection;
        return null;
    }

    private int[] Counts(int old) =>
        saved.Counts.GetValueOrDefault(beforePlan.Activities[old].Id) ?? new int[1 + beforePlan.Outbound[old].Length];
}

using System.Text.Json;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Benchmarks;

/// <summary>The engine by itself: a flowchart of eight activities with a decision and a wait, from its start to its end.</summary>
internal static class EngineSteps
{
    private const int Rounds = 7;
    private const int Passes = 20_000;

    public static Task<Table> MeasureAsync()
    {
        var definition = Read();
        var executed = Pass(definition, saved: false);
        var (inMemory, saved) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            inMemory.Add(StepsPerSecond(definition, executed, saved: false));
            saved.Add(StepsPerSecond(definition, executed, saved: true));
        }

        var table = new Table("Engine, one thread", "Flowchart of 8 activities, a decision, a wait", "steps a second", "µs an instance");
        table.Add("in memory", Median(inMemory), 1e6 * executed / Median(inMemory));
        table.Add("state to JSON and back at the wait", Median(saved), 1e6 * executed / Median(saved));
        return Task.FromResult(table);
    }

    private static double Median(List<double> rounds) => rounds.Skip(1).Order().ElementAt(Rounds / 2);

    private static double StepsPerSecond(WorkflowDefinition definition, int executed, bool saved)
    {
        var from = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var i = 0; i < Passes; i++)
        {
            Pass(definition, saved);
        }

        return Passes * executed / System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    /// <returns>How many activities were executed.</returns>
    private static int Pass(WorkflowDefinition definition, bool saved)
    {
        var first = Runner.Run(definition, null, new Stimulus.Start(new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(), null), DateTimeOffset.UnixEpoch);
        var state = saved ? WorkflowState.FromJson(first.State.ToJson()) : first.State;
        var second = Runner.Run(definition, state, new Stimulus.Resume(state.Bookmarks[0].Id, null, null), DateTimeOffset.UnixEpoch);
        return second.State.Status != WorkflowStatus.Finished ? throw new InvalidOperationException("It does not finish.")
            : first.Journal.Concat(second.Journal).Where(x => x.ActivityType != "Elsa.Flowchart").Select(x => x.ActivityId).Distinct().Count();
    }

    private static WorkflowDefinition Read()
    {
        object[] activities =
        [
            new { id = "start", type = "Elsa.Start" },
            new { id = "set", type = "Elsa.SetVariable", variable = new { id = "ready" }, value = Literal("Boolean", true) },
            new { id = "decide", type = "Elsa.FlowDecision", condition = new { typeName = "Boolean", expression = new { type = "Variable", value = new { id = "ready" } } } },
            new { id = "yes", type = "Elsa.WriteLine", text = Literal("String", "yes") },
            new { id = "no", type = "Elsa.WriteLine", text = Literal("String", "no") },
            new { id = "wait", type = Pause.TypeName },
            new { id = "after", type = "Elsa.WriteLine", text = Literal("String", "after") },
            new { id = "end", type = "Elsa.End" },
        ];
        object[] connections =
        [
            Connect("start", "Done", "set"), Connect("set", "Done", "decide"), Connect("decide", "True", "yes"), Connect("decide", "False", "no"),
            Connect("yes", "Done", "wait"), Connect("no", "Done", "wait"), Connect("wait", "Done", "after"), Connect("after", "Done", "end"),
        ];
        var json = JsonSerializer.Serialize(new
        {
            id = "measured-v1", definitionId = "measured", name = "measured", version = 1, isLatest = true, isPublished = true,
            variables = new[] { new { id = "ready", name = "ready", typeName = "Boolean", storageDriverTypeName = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core" } },
            root = new { type = "Elsa.Flowchart", id = "flow", activities, connections },
        });
        return DefinitionReader.Read(json, "measured.json", ActivityCatalogue.Elsa.With(new Pause())) switch
        {
            LoadResult.Loaded loaded => loaded.Definition,
            LoadResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Faults)),
            _ => throw new InvalidOperationException(),
        };
    }

    private static object Literal(string type, object value) => new { typeName = type, expression = new { type = "Literal", value } };

    private static object Connect(string from, string port, string to) =>
        new { source = new { activity = from, port }, target = new { activity = to, port = "In" } };

    private sealed class Pause : Activity
    {
        public const string TypeName = "Measured.Pause";

        public override string Type => TypeName;

        public override bool Waits => true;

        public override Step Execute(ActivityContext context) => Step.Wait([]);
    }
}

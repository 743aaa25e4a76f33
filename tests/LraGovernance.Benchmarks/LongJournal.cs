using System.Diagnostics;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Benchmarks;

/// <summary>One step of an instance, state from JSON and back, by how much has happened to it: a loop that waits in every round.</summary>
internal static class LongJournal
{
    private const int Rounds = 9, StepsPerRound = 5_000;

    private const string Loop = """
        { "id": "loop-v1", "root": { "type": "Elsa.Flowchart", "id": "flow",
          "activities": [ { "id": "wait", "type": "Elsa.Timer" }, { "id": "say", "type": "Elsa.WriteLine", "text": "again" } ],
          "connections": [ { "source": { "activity": "wait" }, "target": { "activity": "say" } }, { "source": { "activity": "say" }, "target": { "activity": "wait" } } ] } }
        """;

    public static Task<Table> MeasureAsync()
    {
        var definition = ((LoadResult.Loaded)DefinitionReader.Read(Loop, "loop.json", ActivityCatalogue.Elsa)).Definition;
        var states = new[] { 0, 1_000, 10_000 }.Select(entries => After(definition, entries)).ToArray();
        var times = states.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < states.Length; i++)
            {
                times[i].Add(MicrosecondsAStep(definition, states[i]));
            }
        }

        var table = new Table("Engine, by what has happened to the instance", "Journal entries before", "µs a step", "times the first line");
        for (var i = 0; i < states.Length; i++)
        {
            var ratios = times[i].Zip(times[0], (one, first) => one / first).Skip(1).Order().ToList();
            table.Add($"{WorkflowState.FromJson(states[i]).JournalLength:N0}", times[i].Skip(1).Order().ElementAt(Rounds / 2), ratios[ratios.Count / 2]);
        }

        return Task.FromResult(table);
    }

    private static string After(WorkflowDefinition definition, int entries)
    {
        var state = Runner.Run(definition, null, new Stimulus.Start(new Dictionary<string, JsonNode?>(), null), DateTimeOffset.UnixEpoch).State;
        while (state.JournalLength < entries)
        {
            state = Runner.Run(definition, state, new Stimulus.Resume(state.Bookmarks[0].Id, null, null), DateTimeOffset.UnixEpoch).State;
        }

        return state.ToJson();
    }

    private static double MicrosecondsAStep(WorkflowDefinition definition, string saved)
    {
        var from = Stopwatch.GetTimestamp();
        for (var i = 0; i < StepsPerRound; i++)
        {
            var state = WorkflowState.FromJson(saved);
            _ = Runner.Run(definition, state, new Stimulus.Resume(state.Bookmarks[0].Id, null, null), DateTimeOffset.UnixEpoch).State.ToJson();
        }

        return Stopwatch.GetElapsedTime(from).TotalMicroseconds / StepsPerRound;
    }
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Scenarios;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Frozen;

/// <summary>
/// States as earlier builds have saved them, a file each, with what happened when they were woken. They wake up for ever: a file is never
/// changed. <c>FREEZE=1</c> writes those that are missing, for new scenarios and after a new format of the state.
/// </summary>
public sealed class FrozenStateTests
{
    private const int MostAnswers = 20;
    private const string Woken = "---";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Frozen");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_frozen_instance_wakes_up_as_ever(string file)
    {
        var (state, journal) = (File.ReadAllText(Path.Combine(Folder, file)).ReplaceLineEndings("\n").Split($"\n{Woken}\n") is [var one, var two]) ? (one, two.TrimEnd()) : default;
        var definition = Scenario.Open(file.Split('.')[0]).Definition;

        string.Join('\n', WakeUp(definition, WorkflowState.FromJson(state))).ShouldBe(journal);
    }

    [Fact]
    public void Every_shape_in_which_a_scenario_waits_is_frozen()
    {
        var missing = new List<string>();
        foreach (var (file, definition, state) in Shapes())
            if (!File.Exists(Path.Combine(Folder, file)))
            {
                missing.Add(file);
                if (Environment.GetEnvironmentVariable("FREEZE") == "1")
                    File.WriteAllText(Path.Combine(SourceFolder(), file), $"{state.ToJson()}\n{Woken}\n{string.Join('\n', WakeUp(definition, state))}\n");
            }
        missing.ShouldBeEmpty("FREEZE=1 writes them");
    }

    private static IEnumerable<(string File, WorkflowDefinition Definition, WorkflowState State)> Shapes()
    {
        foreach (var name in Scenario.Names)
        {
            var definition = Scenario.Open(name).Definition;
            var state = Runner.Run(definition, null, new Stimulus.Start(new Dictionary<string, JsonNode?>(), null), Instance.Noon).State;
            for (var waits = 0; waits < 3 && state.Status == WorkflowStatus.Suspended && state.Bookmarks.Count > 0; waits++)
            {
                yield return ($"{name}.{waits}.txt", definition, state);
                state = Runner.Run(definition, state, Next(definition, state), Instance.Noon).State;
            }
        }
    }

    private static IEnumerable<string> WakeUp(WorkflowDefinition definition, WorkflowState state)
    {
        for (var answers = 0; answers < MostAnswers && state.Status == WorkflowStatus.Suspended && state.Bookmarks.Count > 0; answers++)
        {
            var burst = Runner.Run(definition, state, Next(definition, state), Instance.Noon);
            foreach (var entry in burst.Journal)
                yield return $"{entry.Sequence} {entry.ActivityId} {entry.Event} {entry.Outcome}".TrimEnd();
            state = burst.State;
        }
        yield return $"status: {state.Status}";
    }

    private static Stimulus Next(WorkflowDefinition definition, WorkflowState state)
    {
        var oldest = state.Bookmarks[0];
        return state.HasMoreToRun
            ? new Stimulus.Continue()
            : new Stimulus.Resume(oldest.Id, oldest.Name == "Test.Ask" && definition.Find(oldest.ActivityId)!.Outcomes is [var first, ..] ? first : null, null);
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}

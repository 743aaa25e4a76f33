using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Simulation;

/// <summary>Random graphs in which one activity fails, until it is mended and the step is tried again. A failure names its seed.</summary>
public sealed class FaultPatternTests
{
    private const int MostSteps = 60;

    private static readonly int SeedsAtOnce = Sample.Of(200);

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Tried_again_from_the_state_before_it_is_as_if_nothing_had_failed(int batch)
    {
        var faults = 0;
        for (var seed = batch * SeedsAtOnce; seed < (batch + 1) * SeedsAtOnce; seed++)
        {
            var chance = new Chance((ulong)seed);
            var json = BlockDrawing.Workflow(new BlockMaker(chance).Make(depth: 3), chance);
            var (sound, (broken, failing)) = (Loading.Load(json), Break(json, chance));

            var whole = Play(sound, sound, (ulong)seed, failing, out _);
            Play(broken, sound, (ulong)seed, failing, out var failed).ShouldBe(whole, $"seed {seed}");
            faults += failed;
        }
        faults.ShouldBeGreaterThan(SeedsAtOnce / 4, "faults were met");
    }

    // Every step is first tried with the broken definition.
    private static List<string> Play(WorkflowDefinition tried, WorkflowDefinition sound, ulong seed, string failing, out int faults)
    {
        var (journal, chance, state) = (new List<string>(), new Chance(seed + 3), (WorkflowState?)null);
        Stimulus stimulus = new Stimulus.Start(new Dictionary<string, JsonNode?>(), null);
        faults = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            var burst = Runner.Run(tried, state, stimulus, Instance.Noon);
            if (burst.State.Status == WorkflowStatus.Faulted)
            {
                burst.State.Incidents.ShouldHaveSingleItem().ActivityId.ShouldBe(failing);
                burst.Journal[^1].Event.ShouldBe(JournalEvents.Faulted, "nothing runs behind a fault");
                WorkflowState.FromJson(burst.State.ToJson()).ToJson().ShouldBe(burst.State.ToJson());
                faults++;
                burst = Runner.Run(sound, state, stimulus, Instance.Noon);
            }
            journal.AddRange(burst.Journal.Select(entry => entry with { ActivityType = "" }).Select(entry => entry.ToString()));
            state = burst.State;
            if (state.Status != WorkflowStatus.Suspended)
                break;
            var bookmark = chance.Of(state.Bookmarks);
            stimulus = new Stimulus.Resume(bookmark.Id, chance.Of(sound.Find(bookmark.ActivityId)!.Outcomes), null);
        }
        return journal;
    }

    private static (WorkflowDefinition, string) Break(string json, Chance chance)
    {
        var tree = JsonNode.Parse(json)!;
        var writing = Activities(tree).Where(activity => (string?)activity["type"] == "Elsa.WriteLine").ToList();
        var failing = chance.Of(writing);
        failing["type"] = "Test.Throw";
        return (Loading.Load(tree.ToJsonString()), (string)failing["id"]!);
    }

    private static IEnumerable<JsonObject> Activities(JsonNode? node) => node switch
    {
        JsonObject properties => properties.SelectMany(property => Activities(property.Value)).Prepend(properties),
        JsonArray items => items.SelectMany(Activities),
        _ => [],
    };
}

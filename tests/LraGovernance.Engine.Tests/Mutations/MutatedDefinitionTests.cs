using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Hosting;
using LraGovernance.Engine.Tests.Scenarios;
using LraGovernance.Engine.Tests.Simulation;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Mutations;

/// <summary>Whatever is in a file, it is refused with a path and a reason, or it runs within the limits. <c>LRA_CAMPAIGN=1</c> tries 100,000.</summary>
public sealed class MutatedDefinitionTests
{
    private const int MostAnswers = 25;

    private const int Tries = 3;

    private static readonly int Batch = Sample.Of(250);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly IReadOnlyList<string> Corpus = [.. Scenario.Names.Select(name => Scenario.Open(name).Definition.ToJson())];

    public static TheoryData<int> Batches =>
        [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("LRA_CAMPAIGN") == "1" ? 100_000 / Batch : 8)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void It_is_refused_with_reasons_or_runs_within_the_limits(int batch)
    {
        for (var seed = batch * Batch; seed < (batch + 1) * Batch; seed++)
        {
            var mutated = new DefinitionMutator(new Chance((ulong)seed), Corpus).Mutate();
            try
            {
                // A machine that stands still for a second is no slow definition: that one is slow each time.
                Enumerable.Range(0, Tries).Any(_ => Time(mutated) < Longest).ShouldBeTrue($"it takes longer than {Longest}, {Tries} times running");
            }
            catch (Exception failure)
            {
                throw new ShouldAssertException($"seed {seed}: {failure.Message}\n{mutated}", failure);
            }
        }
    }

    private static TimeSpan Time(string mutated)
    {
        var watch = Stopwatch.StartNew();
        Check(mutated);
        return watch.Elapsed;
    }

    private static void Check(string json)
    {
        switch (DefinitionReader.Read(json, "mutated.json", TestActivities.Catalogue))
        {
            case LoadResult.Refused refused:
                refused.Faults.ShouldNotBeEmpty();
                refused.Faults.ShouldAllBe(fault => fault.Path.StartsWith('$') && fault.Reason.Length > 0);
                break;
            case LoadResult.Loaded loaded:
                _ = DefinitionWarnings.Of(loaded.Definition);
                var again = Loading.Load(loaded.Definition.ToJson());
                Play(again, savesBetween: true).ShouldBe(Play(loaded.Definition, savesBetween: false), "it means something else after save and load");
                break;
        }
    }

    // Everything that waits is answered, oldest first, by the first of its outcomes.
    private static string Play(WorkflowDefinition definition, bool savesBetween)
    {
        var host = new InMemoryHost([definition], Instance.Noon, (_, after) => after.AddHours(1))
        {
            Keep = state => savesBetween ? WorkflowState.FromJson(state.ToJson()) : state,
        };
        var instance = host.Start(definition, new Stimulus.Start(new Dictionary<string, JsonNode?>(), null));
        for (var answers = 0; answers < MostAnswers && instance.State!.Bookmarks.Count > 0 && instance.State.Status == WorkflowStatus.Suspended; answers++)
        {
            var bookmark = instance.State.Bookmarks[0];
            var outcome = bookmark.Name == "Test.Ask" ? definition.Find(bookmark.ActivityId)?.Outcomes is [var first, ..] ? first : null : null;
            host.Send(instance, new Stimulus.Resume(bookmark.Id, outcome, null)).ShouldBeNull();
        }
        return string.Join('\n', host.Instances.Take(50).Select(x => $"{JsonSerializer.Serialize(x.Journal)}\n{x.State!.ToJson()}"));
    }
}

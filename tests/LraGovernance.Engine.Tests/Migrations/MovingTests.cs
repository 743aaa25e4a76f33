using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Migrations;
using LraGovernance.Engine.Tests.Simulation;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Migrations;

/// <summary>Random graphs of sound patterns, moved to the next version in the middle. A failure names its seed.</summary>
public sealed class MovingTests
{
    private const int MostSteps = 60;

    private static readonly int SeedsAtOnce = Sample.Of(150);

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Under_other_ids_it_goes_on_exactly_as_it_would_have(int batch)
    {
        for (var seed = batch * SeedsAtOnce; seed < (batch + 1) * SeedsAtOnce; seed++)
        {
            var chance = new Chance((ulong)seed);
            var json = BlockDrawing.Workflow(new BlockMaker(chance).Make(depth: 3), chance);
            var (next, renamed) = NextVersion.WithOtherIds(json);
            var (from, to) = (Loading.Load(json), Loading.Load(next));
            var before = Go(from, null, new Chance((ulong)seed), chance.Below(12));
            if (before.Status != WorkflowStatus.Suspended)
                continue;

            var moved = Migration.Move(from, to, before, renamed).ShouldBeOfType<MigrationResult.Moved>($"seed {seed}");
            moved.Notes.ShouldBeEmpty($"seed {seed}");

            var stayed = Journal(from, before, (ulong)seed).Select(entry => entry with { ActivityId = renamed[entry.ActivityId] });
            Journal(to, moved.State, (ulong)seed).ShouldBe(stayed, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void With_new_steps_between_nothing_is_lost_or_run_again(int batch)
    {
        var (moves, refusals) = (0, 0);
        for (var seed = batch * SeedsAtOnce; seed < (batch + 1) * SeedsAtOnce; seed++)
        {
            var chance = new Chance((ulong)seed);
            var block = new BlockMaker(chance).Make(depth: 3);
            var json = BlockDrawing.Workflow(block, chance);
            var model = new BlockModel(block);
            var from = Loading.Load(json);
            var instance = new Instance(from);
            instance.Start();
            Answer(instance, model, chance, chance.Below(8));
            if (model.IsDone)
                continue;
            var to = Loading.Load(NextVersion.WithStepsBetween(json, chance));
            if (Migration.Move(from, to, instance.State!) is not MigrationResult.Moved moved)
            {
                refusals++;
                continue;
            }

            moves++;
            var after = new Instance(to, moved.State);
            Answer(after, model, chance, int.MaxValue);
            after.Status.ShouldBe(WorkflowStatus.Finished, $"seed {seed}");
            foreach (var id in block.Ids().Except(model.Uncertain))
                (instance.Completions(id) + after.Completions(id)).ShouldBe(model.Runs.GetValueOrDefault(id), $"seed {seed}: {id}");
        }
        moves.ShouldBeGreaterThan(refusals * 2, "most of them can be moved");
    }

    private static void Answer(Instance instance, BlockModel model, Chance chance, int steps)
    {
        for (var step = 0; step < steps && !model.IsDone; step++)
        {
            var waits = model.Waits;
            instance.State!.Bookmarks.Select(b => b.ActivityId).Order().ShouldBe(waits.Select(w => w.Id).Order());
            var wait = chance.Of(waits);
            var outcome = wait.Options.Count == 0 ? null : step < MostSteps ? chance.Of(wait.Options) : wait.Options[^1];
            var before = waits.Count(other => other.Id == wait.Id && other.Arrival < wait.Arrival);
            model.Answer(wait, outcome);
            instance.Run(new Stimulus.Resume(instance.State.Bookmarks.Where(b => b.ActivityId == wait.Id).ElementAt(before).Id, outcome, null)).Miss.ShouldBeNull();
        }
    }

    private static WorkflowState Go(WorkflowDefinition definition, WorkflowState? state, Chance chance, int steps)
    {
        state ??= Runner.Run(definition, null, new Stimulus.Start(new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(), null), Instance.Noon).State;
        for (var step = 0; step < steps && state.Status == WorkflowStatus.Suspended; step++)
            state = Runner.Run(definition, state, Next(definition, state, chance), Instance.Noon).State;
        return state;
    }

    private static List<JournalEntry> Journal(WorkflowDefinition definition, WorkflowState state, ulong seed)
    {
        var (journal, chance) = (new List<JournalEntry>(), new Chance(seed + 7));
        for (var step = 0; step < MostSteps && state.Status == WorkflowStatus.Suspended; step++)
        {
            var burst = Runner.Run(definition, state, Next(definition, state, chance), Instance.Noon);
            journal.AddRange(burst.Journal);
            state = burst.State;
        }
        return journal;
    }

    private static Stimulus.Resume Next(WorkflowDefinition definition, WorkflowState state, Chance chance)
    {
        var bookmark = chance.Of(state.Bookmarks);
        return new Stimulus.Resume(bookmark.Id, chance.Of(definition.Find(bookmark.ActivityId)!.Outcomes), null);
    }
}

using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Tests.Support;
using Shouldly;
using Xunit;

namespace LraGovernance.Engine.Tests.Simulation;

/// <summary>Random graphs of sound patterns against a model that knows nothing of connections. A failure names its seed.</summary>
public sealed class SoundPatternTests
{
    private const int StepsBeforeHurrying = 120;

    private static readonly int SeedsAtOnce = Sample.Of(250);

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void No_branch_is_lost_and_none_is_doubled(int batch) => ForEachSeed(batch, seed =>
    {
        var chance = new Chance(seed);
        var block = new BlockMaker(chance).Make(depth: 2 + chance.Below(3));
        var instance = new Instance(Loading.Load(BlockDrawing.Workflow(block, chance)));
        var model = new BlockModel(block);
        instance.Start();
        for (var step = 0; !model.IsDone; step++)
        {
            var waits = model.Waits;
            Waiting(instance).ShouldBe(waits.Select(wait => wait.Id).Order(StringComparer.Ordinal));
            var wait = chance.Of(waits);
            var outcome = wait.Options.Count == 0 ? null : step < StepsBeforeHurrying ? chance.Of(wait.Options) : wait.Options[^1];
            var before = waits.Count(other => other.Id == wait.Id && other.Arrival < wait.Arrival);
            model.Answer(wait, outcome);
            instance.Run(new Stimulus.Resume(instance.State!.Bookmarks.Where(b => b.ActivityId == wait.Id).ElementAt(before).Id, outcome, null)).Miss.ShouldBeNull();
        }
        instance.Status.ShouldBe(WorkflowStatus.Finished, string.Join("; ", instance.State!.Incidents.Select(incident => incident.Message)));
        foreach (var id in block.Ids().Except(model.Uncertain))
            instance.Completions(id).ShouldBe(model.Runs.GetValueOrDefault(id), id);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Saving_at_every_wait_changes_nothing(int batch) => ForEachSeed(batch, seed =>
    {
        var chance = new Chance(seed);
        var json = BlockDrawing.Workflow(new BlockMaker(chance).Make(depth: 3), chance);
        var saving = Play(json, savesBetween: true, seed);
        var keeping = Play(json, savesBetween: false, seed);

        saving.Journal.ShouldBe(keeping.Journal);
        saving.Journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, saving.Journal.Count));
        saving.State!.ToJson().ShouldBe(keeping.State!.ToJson());
        saving.Effects.Select(Told).ShouldBe(keeping.Effects.Select(Told));
    });

    private static Instance Play(string json, bool savesBetween, ulong seed)
    {
        var definition = Loading.Load(json);
        var (instance, chance) = (new Instance(definition, savesBetween), new Chance(seed + 1));
        instance.Start();
        for (var step = 0; instance.Status == WorkflowStatus.Suspended && step < 60; step++)
        {
            var bookmark = chance.Of(instance.State!.Bookmarks);
            instance.Run(new Stimulus.Resume(bookmark.Id, chance.Of(definition.Find(bookmark.ActivityId)!.Outcomes), null));
        }
        return instance;
    }

    private static string Told(Effect effect) => effect switch
    {
        Effect.Ask ask => $"ask {ask.Bookmark.Id} {ask.Bookmark.ActivityId}",
        Effect.Cancel cancel => $"cancel {string.Join(' ', cancel.Bookmarks.Select(b => b.Id))}: {cancel.Reason}",
        _ => effect.ToString(),
    };

    private static IEnumerable<string> Waiting(Instance instance) => instance.State!.Bookmarks.Select(bookmark => bookmark.ActivityId).Order(StringComparer.Ordinal);

    private static void ForEachSeed(int batch, Action<ulong> check)
    {
        for (var seed = batch * SeedsAtOnce; seed < (batch + 1) * SeedsAtOnce; seed++)
            try
            {
                check((ulong)seed);
            }
            catch (Exception failure)
            {
                throw new ShouldAssertException($"seed {seed}: {failure.Message}", failure);
            }
    }
}

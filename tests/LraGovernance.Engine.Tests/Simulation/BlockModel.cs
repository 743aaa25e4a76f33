namespace LraGovernance.Engine.Tests.Simulation;

/// <summary>
/// What must happen, worked out on the blocks alone and without any counting of connections: which activities wait, and how often each has run.
/// Answering a wait moves exactly the innermost block that holds it.
/// </summary>
internal sealed class BlockModel
{
    private readonly Dictionary<string, int> runs = [];
    private readonly Live root;
    private int arrived;

    public BlockModel(Block block)
    {
        root = Enter(block);
    }

    public bool IsDone => root.IsDone;

    public IReadOnlyDictionary<string, int> Runs => runs;

    /// <summary>Activities in a race that was over before it waited: how far the losers came is chance.</summary>
    public HashSet<string> Uncertain { get; } = [];

    public IReadOnlyList<Wait> Waits => [.. root.Waits()];

    public void Answer(Wait wait, string? outcome) => root.Answer(wait, outcome);

    private void Ran(string id) => runs[id] = runs.GetValueOrDefault(id) + 1;

    private Wait Waiting(string id, params string[] options) => new(id, options, ++arrived);

    private Live Enter(Block block) => block switch
    {
        Block.Leaf leaf => new LiveLeaf(this, leaf),
        Block.Sequence sequence => new LiveSteps(this, sequence.Parts, null),
        Block.InTurn inTurn => new LiveSteps(this, inTurn.Parts, inTurn.Id),
        Block.Each { AtOnce: false } each => new LiveSteps(this, [.. Enumerable.Repeat(each.Body, each.Items)], each.Id),
        Block.Nested nested => new LiveSteps(this, [nested.Body], nested.Id),
        Block.Each each => new LiveBranches(this, [.. Enumerable.Repeat(each.Body, each.Items)], each.Id),
        Block.Parallel parallel => new LiveBranches(this, parallel.Branches, $"{parallel.Id}-join"),
        Block.Race race => new LiveRace(this, race),
        Block.Choice choice => new LiveChoice(this, choice),
        Block.Rework rework => new LiveRework(this, rework),
        Block.Until until => new LiveUntil(this, until),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    /// <summary>Something waits. Two passes of a loop may wait at one activity; the one that came first has the lower number.</summary>
    public sealed record Wait(string Id, IReadOnlyList<string> Options, int Arrival);

    private abstract class Live
    {
        public bool IsDone { get; protected set; }

        public abstract IEnumerable<Wait> Waits();

        public abstract void Answer(Wait wait, string? outcome);
    }

    private sealed class LiveLeaf : Live
    {
        private readonly BlockModel model;
        private readonly Wait? wait;

        public LiveLeaf(BlockModel model, Block.Leaf leaf)
        {
            this.model = model;
            wait = leaf.Waits ? model.Waiting(leaf.Id) : null;
            IsDone = !leaf.Waits;
            if (IsDone)
                model.Ran(leaf.Id);
        }

        public override IEnumerable<Wait> Waits() => IsDone ? [] : [wait!];

        public override void Answer(Wait answered, string? outcome)
        {
            model.Ran(answered.Id);
            IsDone = true;
        }
    }

    /// <summary>One part after the other; the whole counts as a run of <c>id</c>, if there is one.</summary>
    private sealed class LiveSteps : Live
    {
        private readonly BlockModel model;
        private readonly IReadOnlyList<Block> parts;
        private readonly string? id;
        private Live? current;
        private int next;

        public LiveSteps(BlockModel model, IReadOnlyList<Block> parts, string? id)
        {
            (this.model, this.parts, this.id) = (model, parts, id);
            Advance();
        }

        public override IEnumerable<Wait> Waits() => IsDone ? [] : current!.Waits();

        public override void Answer(Wait wait, string? outcome)
        {
            current!.Answer(wait, outcome);
            Advance();
        }

        private void Advance()
        {
            while (current?.IsDone != false && next < parts.Count)
                current = model.Enter(parts[next++]);
            IsDone = current?.IsDone != false;
            if (IsDone && id is not null)
                model.Ran(id);
        }
    }

    private class LiveBranches : Live
    {
        private readonly BlockModel model;
        private readonly IReadOnlyList<Live> branches;
        private readonly string id;

        public LiveBranches(BlockModel model, IReadOnlyList<Block> branches, string id)
        {
            (this.model, this.branches, this.id) = (model, [.. branches.Select(model.Enter)], id);
            Settle();
        }

        public override IEnumerable<Wait> Waits() => IsDone ? [] : branches.SelectMany(branch => branch.Waits());

        public override void Answer(Wait wait, string? outcome)
        {
            branches.First(branch => branch.Waits().Contains(wait)).Answer(wait, outcome);
            Settle();
        }

        protected virtual bool IsOver(IReadOnlyList<Live> all) => all.All(branch => branch.IsDone);

        private void Settle()
        {
            IsDone = IsOver(branches);
            if (IsDone)
                model.Ran(id);
        }
    }

    private sealed class LiveRace : LiveBranches
    {
        public LiveRace(BlockModel model, Block.Race race)
            : base(model, race.Branches, $"{race.Id}-join")
        {
            if (IsDone)
                model.Uncertain.UnionWith(race.Branches.SelectMany(branch => branch.Ids()));
        }

        protected override bool IsOver(IReadOnlyList<Live> all) => all.Any(branch => branch.IsDone);
    }

    private sealed class LiveChoice(BlockModel model, Block.Choice choice) : Live
    {
        private readonly Wait asked = model.Waiting(choice.Id, [.. choice.Branches.Select((_, i) => $"P{i + 1}")]);
        private Live? chosen;

        public override IEnumerable<Wait> Waits() => IsDone ? [] : chosen?.Waits() ?? [asked];

        public override void Answer(Wait wait, string? outcome)
        {
            if (chosen is not null)
                chosen.Answer(wait, outcome);
            else if (choice.Branches[int.Parse(outcome!.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) - 1] is { } branch)
                chosen = model.Enter(branch);
            IsDone = chosen?.IsDone ?? true;
            if (IsDone)
                model.Ran($"{choice.Id}-join");
        }
    }

    private sealed class LiveRework : Live
    {
        private readonly BlockModel model;
        private readonly Block.Rework rework;
        private Live? body;
        private Wait? asked;

        public LiveRework(BlockModel model, Block.Rework rework)
        {
            (this.model, this.rework) = (model, rework);
            Begin();
        }

        public override IEnumerable<Wait> Waits() => IsDone ? [] : asked is null ? body!.Waits() : [asked];

        public override void Answer(Wait wait, string? outcome)
        {
            if (asked is null)
                body!.Answer(wait, outcome);
            else if (outcome is "Out" or "Ok")
                Leave();
            else if (outcome == "Again")
                Begin();
            else
                EnterBody();
            AskWhenBodyIsDone();
        }

        private void Begin()
        {
            body = null;
            asked = rework.HasEarlyExit ? model.Waiting($"{rework.Id}-head", "Out", "On") : null;
            if (!rework.HasEarlyExit)
                EnterBody();
            AskWhenBodyIsDone();
        }

        private void EnterBody() => (asked, body) = (null, model.Enter(rework.Body));

        private void AskWhenBodyIsDone()
        {
            if (!IsDone && asked is null && body!.IsDone)
                asked = model.Waiting(rework.Id, "Again", "Ok");
        }

        private void Leave()
        {
            IsDone = true;
            model.Ran($"{rework.Id}-out");
        }
    }

    private sealed class LiveUntil : Live
    {
        private readonly BlockModel model;
        private readonly Block.Until until;
        private Live body;
        private Wait? asked;

        public LiveUntil(BlockModel model, Block.Until until)
        {
            (this.model, this.until, body) = (model, until, model.Enter(until.Body));
            AskWhenBodyIsDone();
        }

        public override IEnumerable<Wait> Waits() => IsDone ? [] : asked is null ? body.Waits() : [asked];

        public override void Answer(Wait wait, string? outcome)
        {
            if (asked is null)
                body.Answer(wait, outcome);
            else if (outcome == "Again")
                (asked, body) = (null, model.Enter(until.Body));
            else
                IsDone = true;
            AskWhenBodyIsDone();
            if (IsDone)
                model.Ran($"{until.Id}-loop");
        }

        private void AskWhenBodyIsDone()
        {
            if (!IsDone && asked is null && body.IsDone)
                asked = model.Waiting(until.Id, "Again", "Ok");
        }
    }
}

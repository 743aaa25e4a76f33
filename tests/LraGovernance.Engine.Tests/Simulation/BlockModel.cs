namespace LraGovernance.Engine.Tests.Simulation;

/// <summary>
/// What must happen, worked out on the blocks alone and without any counting of connections: which activities wait, and how often each has run.
/// Answering a wait moves exactly the innermost block that holds it.
/// </summary>
internal sealed class BlockModel
{
    private readonly Dictionary<string, int> runs = [];
    private readonly Live root;

    public BlockModel(Block block)
    {
        root = Enter(block);
    }

    public bool IsDone => root.IsDone;

    public IReadOnlyDictionary<string, int> Runs => runs;

    /// <summary>Activities in a race that was over before it waited: how far the losers came is chance.</summary>
    public HashSet<string> Uncertain { get; } = [];

    public IEnumerable<(string Id, IReadOnlyList<string> Options)> Waits => root.Waits();

    public void Answer(string id, string? outcome) => root.Answer(id, outcome);

    private void Ran(string id) => runs[id] = runs.GetValueOrDefault(id) + 1;

    private Live Enter(Block block) => block switch
    {
        Block.Leaf leaf => new LiveLeaf(this, leaf),
        Block.Sequence sequence => new LiveSequence(this, sequence),
        Block.Parallel parallel => new LiveParallel(this, parallel),
        Block.Race race => new LiveRace(this, race),
        Block.Choice choice => new LiveChoice(this, choice),
        Block.Rework rework => new LiveRework(this, rework),
        Block.Nested nested => new LiveNested(this, nested),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private abstract class Live
    {
        public bool IsDone { get; protected set; }

        public abstract IEnumerable<(string Id, IReadOnlyList<string> Options)> Waits();

        public abstract void Answer(string id, string? outcome);
    }

    private sealed class LiveLeaf : Live
    {
        private readonly BlockModel model;
        private readonly Block.Leaf leaf;

        public LiveLeaf(BlockModel model, Block.Leaf leaf)
        {
            (this.model, this.leaf) = (model, leaf);
            if (!leaf.Waits)
                Answer(leaf.Id, null);
        }

        public override IEnumerable<(string, IReadOnlyList<string>)> Waits() => IsDone ? [] : [(leaf.Id, [])];

        public override void Answer(string id, string? outcome)
        {
            model.Ran(leaf.Id);
            IsDone = true;
        }
    }

    private sealed class LiveSequence : Live
    {
        private readonly BlockModel model;
        private readonly Block.Sequence sequence;
        private Live current;
        private int next = 1;

        public LiveSequence(BlockModel model, Block.Sequence sequence)
        {
            (this.model, this.sequence, current) = (model, sequence, model.Enter(sequence.Parts[0]));
            Advance();
        }

        public override IEnumerable<(string, IReadOnlyList<string>)> Waits() => current.Waits();

        public override void Answer(string id, string? outcome)
        {
            current.Answer(id, outcome);
            Advance();
        }

        private void Advance()
        {
            while (current.IsDone && next < sequence.Parts.Count)
                current = model.Enter(sequence.Parts[next++]);
            IsDone = current.IsDone;
        }
    }

    private abstract class LiveBranches(BlockModel model, string id, IReadOnlyList<Block> branches) : Live
    {
        protected IReadOnlyList<Live> Branches { get; } = [.. branches.Select(model.Enter)];

        public override IEnumerable<(string, IReadOnlyList<string>)> Waits() => IsDone ? [] : Branches.SelectMany(branch => branch.Waits());

        public override void Answer(string waiting, string? outcome)
        {
            Branches.First(branch => branch.Waits().Any(wait => wait.Id == waiting)).Answer(waiting, outcome);
            Settle();
        }

        protected abstract bool IsOver();

        protected void Settle()
        {
            IsDone = IsOver();
            if (IsDone)
                model.Ran($"{id}-join");
        }
    }

    private sealed class LiveParallel : LiveBranches
    {
        public LiveParallel(BlockModel model, Block.Parallel parallel)
            : base(model, parallel.Id, parallel.Branches) => Settle();

        protected override bool IsOver() => Branches.All(branch => branch.IsDone);
    }

    private sealed class LiveRace : LiveBranches
    {
        public LiveRace(BlockModel model, Block.Race race)
            : base(model, race.Id, race.Branches)
        {
            Settle();
            if (IsDone)
                model.Uncertain.UnionWith(race.Branches.SelectMany(branch => branch.Ids()));
        }

        protected override bool IsOver() => Branches.Any(branch => branch.IsDone);
    }

    private sealed class LiveChoice(BlockModel model, Block.Choice choice) : Live
    {
        private Live? chosen;

        public override IEnumerable<(string, IReadOnlyList<string>)> Waits() =>
            IsDone ? [] : chosen?.Waits() ?? [(choice.Id, [.. choice.Branches.Select((_, i) => $"P{i + 1}")])];

        public override void Answer(string id, string? outcome)
        {
            if (chosen is not null)
                chosen.Answer(id, outcome);
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

        public LiveRework(BlockModel model, Block.Rework rework)
        {
            (this.model, this.rework) = (model, rework);
            Begin();
        }

        public override IEnumerable<(string, IReadOnlyList<string>)> Waits() => this switch
        {
            { IsDone: true } => [],
            { body: null } => [($"{rework.Id}-head", ["Out", "On"])],
            { body.IsDone: true } => [(rework.Id, ["Again", "Ok"])],
            _ => body.Waits(),
        };

        public override void Answer(string id, string? outcome)
        {
            if (id == $"{rework.Id}-head" && outcome == "On")
                body = model.Enter(rework.Body);
            else if (outcome is "Out" or "Ok" && (id == rework.Id || body is null))
                Leave();
            else if (id == rework.Id)
                Begin();
            else
                body!.Answer(id, outcome);
        }

        private void Begin() => body = rework.HasEarlyExit ? null : model.Enter(rework.Body);

        private void Leave()
        {
            IsDone = true;
            model.Ran($"{rework.Id}-out");
        }
    }

    private sealed class LiveNested : Live
    {
        private readonly BlockModel model;
        private readonly Block.Nested nested;
        private readonly Live body;

        public LiveNested(BlockModel model, Block.Nested nested)
        {
            (this.model, this.nested, body) = (model, nested, model.Enter(nested.Body));
            Settle();
        }

        public override IEnumerable<(string, IReadOnlyList<string>)> Waits() => body.Waits();

        public override void Answer(string id, string? outcome)
        {
            body.Answer(id, outcome);
            Settle();
        }

        private void Settle()
        {
            IsDone = body.IsDone;
            if (IsDone)
                model.Ran(nested.Id);
        }
    }
}

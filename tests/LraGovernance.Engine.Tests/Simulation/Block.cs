namespace LraGovernance.Engine.Tests.Simulation;

/// <summary>A sound pattern, nested at will: what a flowchart is made from, and what it is measured against.</summary>
internal abstract record Block
{
    /// <summary>The activities in it whose runs are counted.</summary>
    public IEnumerable<string> Ids() => this switch
    {
        Leaf leaf => [leaf.Id],
        Sequence sequence => sequence.Parts.SelectMany(part => part.Ids()),
        Parallel parallel => parallel.Branches.SelectMany(branch => branch.Ids()).Append($"{parallel.Id}-join"),
        Race race => race.Branches.SelectMany(branch => branch.Ids()).Append($"{race.Id}-join"),
        Choice choice => choice.Branches.OfType<Block>().SelectMany(branch => branch.Ids()).Append($"{choice.Id}-join"),
        Rework rework => rework.Body.Ids().Append($"{rework.Id}-out"),
        Nested nested => nested.Body.Ids().Append(nested.Id),
        InTurn inTurn => inTurn.Parts.SelectMany(part => part.Ids()).Append(inTurn.Id),
        Each each => each.Body.Ids().Append(each.Id),
        Until until => until.Body.Ids().Append($"{until.Id}-loop"),
        _ => throw new InvalidOperationException($"{GetType().Name} has no ids."),
    };

    /// <summary>Runs, with or without a wait.</summary>
    public sealed record Leaf(string Id, bool Waits) : Block;

    public sealed record Sequence(IReadOnlyList<Block> Parts) : Block;

    /// <summary>All branches run; <see cref="Join"/> is a mode, or null for an ordinary activity.</summary>
    public sealed record Parallel(string Id, string? Join, IReadOnlyList<Block> Branches) : Block;

    /// <summary>The first branch to come wins.</summary>
    public sealed record Race(string Id, IReadOnlyList<Block> Branches) : Block;

    /// <summary>One branch runs, chosen by an answer; a branch may be empty.</summary>
    public sealed record Choice(string Id, string? Join, IReadOnlyList<Block?> Branches) : Block;

    /// <summary>The body runs again for every answer Again. With an early way out, its first activity may leave the loop.</summary>
    public sealed record Rework(string Id, bool HasEarlyExit, Block Body) : Block;

    /// <summary>A flowchart in the flowchart; it ends by an End, or by itself.</summary>
    public sealed record Nested(string Id, bool Ends, Block Body) : Block;

    /// <summary>A sequence in the flowchart.</summary>
    public sealed record InTurn(string Id, IReadOnlyList<Block> Parts) : Block;

    /// <summary>The body once for each of some items, in turn or all at once.</summary>
    public sealed record Each(string Id, int Items, bool AtOnce, Block Body) : Block;

    /// <summary>A While without end, which a Break behind the answer Ok leaves.</summary>
    public sealed record Until(string Id, Block Body) : Block;
}

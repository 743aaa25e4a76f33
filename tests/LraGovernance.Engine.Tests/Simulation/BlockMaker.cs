namespace LraGovernance.Engine.Tests.Simulation;

internal sealed class BlockMaker(Chance chance)
{
    private static readonly string?[] AllJoins = ["WaitAll", "WaitAllActive", null];
    private static readonly string?[] ActiveJoins = ["WaitAllActive", null];
    private int made;

    public Block Make(int depth) => chance.Below(depth <= 0 ? 2 : 12) switch
    {
        0 => new Block.Leaf(Name("w"), Waits: false),
        1 => new Block.Leaf(Name("q"), Waits: true),
        2 or 3 => new Block.Sequence(Several(depth)),
        4 => new Block.Parallel(Name("fork"), chance.Of(AllJoins), Several(depth)),
        5 => new Block.Race(Name("race"), Several(depth)),
        6 => new Block.Choice(Name("choice"), chance.Of(ActiveJoins), [.. Several(depth), chance.Below(3) == 0 ? null : Make(depth - 1)]),
        7 => new Block.Rework(Name("loop"), chance.Below(2) == 0, Make(depth - 1)),
        8 => new Block.Nested(Name("flow"), chance.Below(2) == 0, Make(depth - 1)),
        9 => new Block.InTurn(Name("turn"), Several(depth)),
        10 => new Block.Each(Name("each"), chance.Below(4), chance.Below(2) == 0, Make(depth - 1)),
        _ => new Block.Until(Name("until"), Make(depth - 1)),
    };

    private Block[] Several(int depth)
    {
        var several = new Block[2 + chance.Below(2)];
        for (var i = 0; i < several.Length; i++)
            several[i] = Make(depth - 1);
        return several;
    }

    private string Name(string kind) => $"{kind}{++made}";
}

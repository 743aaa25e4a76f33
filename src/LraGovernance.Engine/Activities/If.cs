using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

internal sealed class If : Container
{
    public override string Type => "Elsa.If";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("condition", InputKind.Boolean)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override Step Enter(ContainerContext context)
    {
        var holds = (bool?)context.Input("condition") ?? false;
        context.SetOutput("result", holds);
        var branch = ((Branches)context.Node.Parts!).For(holds);
        if (branch is null)
            return Step.Complete();
        context.Queue(branch.Place);
        return Step.Carrying;
    }

    public override Step ChildCompleted(ContainerContext context, int place, string[] outcomes) => Step.Complete();

    internal override void ReadParts(PartReader reader)
    {
        var branches = new Branches(reader.ReadChild("then"), reader.ReadChild("else"));
        reader.Node.Parts = branches;
        reader.Adopt([branches.Then, branches.Else]);
    }
}

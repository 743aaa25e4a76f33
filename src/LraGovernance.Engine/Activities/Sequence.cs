using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Its children one after the other.</summary>
internal sealed class Sequence : Container
{
    public override string Type => "Elsa.Sequence";

    public override bool EndsWithAnEnd => true;

    public override Step Enter(ContainerContext context) => GoTo(context, 0);

    public override Step ChildCompleted(ContainerContext context, int place, string[] outcomes) => GoTo(context, place + 1);

    internal override void ReadParts(PartReader reader)
    {
        reader.DeclareVariables();
        reader.Adopt(reader.ReadChildren(reader.Source.AnyCase("activities"), "activities"));
    }

    private static Step GoTo(ContainerContext context, int place)
    {
        if (place == context.Node.Children.Count)
            return Step.Complete();
        context.Queue(place);
        return Step.Carrying;
    }
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Execution.Saving;

namespace LraGovernance.Engine.Activities;

/// <summary>Its body for all items at once; it is done when every pass is. A Break does not end it, but the loop around.</summary>
internal sealed class ParallelForEach : Container
{
    public override string Type => "Elsa.ParallelForEach";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("items", InputKind.List)];

    public override Step Enter(ContainerContext context)
    {
        var items = (JsonNode?[]?)context.Input("items") ?? [];
        for (var index = 0; index < items.Length; index++)
            context.Queue(0, PassVariables.Values(items[index], index));
        return Left(context, items.Length);
    }

    public override Step ChildCompleted(ContainerContext context, int place, string[] outcomes) => Left(context, (int)context.Own! - 1);

    public override object? Restore(ActivityNode node, ContainerData? saved, IEnumerable<int> children) => children.Count();

    internal override void ReadParts(PartReader reader) => reader.Adopt([reader.ReadRequiredChild("body", PassVariables.DeclaredBy(reader))]);

    private static Step Left(ContainerContext context, int passes)
    {
        context.Own = passes;
        return passes == 0 ? Step.Complete() : Step.Carrying;
    }
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Execution.Saving;

namespace LraGovernance.Engine.Activities;

/// <summary>Its body once for each item, one after the other. The items are those of the moment when the loop was entered.</summary>
internal sealed class ForEach : Container
{
    public override string Type => "Elsa.ForEach";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("items", InputKind.List)];

    public override IReadOnlyList<string> Outputs { get; } = ["currentValue"];

    public override bool EndsWithABreak => true;

    public override Step Enter(ContainerContext context)
    {
        var progress = new Progress((JsonNode?[]?)context.Input("items") ?? []);
        context.Own = progress;
        return NextPass(context, progress);
    }

    public override Step ChildCompleted(ContainerContext context, int place, string[] outcomes) => NextPass(context, (Progress)context.Own!);

    public override ContainerData? Save(object? own) => own is Progress progress ? new() { Next = progress.Next, Items = progress.Items } : null;

    public override object? Restore(ActivityNode node, ContainerData? saved, IEnumerable<int> children) =>
        saved?.Items is { } items ? new Progress(items) { Next = saved.Next } : null;

    internal override void ReadParts(PartReader reader) => reader.Adopt([reader.ReadChild("body", PassVariables.DeclaredBy(reader))]);

    private static Step NextPass(ContainerContext context, Progress progress)
    {
        if (progress.Next == progress.Items.Length)
            return Step.Complete();
        var index = progress.Next++;
        context.SetOutput("currentValue", progress.Items[index]);
        if (context.Node.Children.Count == 0)
            return Step.Complete();
        context.Queue(0, PassVariables.Values(progress.Items[index], index));
        return Step.Carrying;
    }

    private sealed class Progress(JsonNode?[] items)
    {
        public JsonNode?[] Items => items;

        public int Next { get; set; }
    }
}

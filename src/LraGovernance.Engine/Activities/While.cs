using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Definitions.Reading;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Its body again and again, as long as the condition holds before the pass.</summary>
internal sealed class While : Container
{
    private const int MostRoundsWithoutWait = 1_000;

    public override string Type => "Elsa.While";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("condition", InputKind.Boolean)];

    public override bool EndsWithABreak => true;

    public override Step Enter(ContainerContext context) => NextPass(context);

    public override Step ChildCompleted(ContainerContext context, int place, string[] outcomes) => NextPass(context);

    internal override void ReadParts(PartReader reader) => reader.Adopt([reader.ReadRequiredChild("body")]);

    private static Step NextPass(ContainerContext context)
    {
        if ((bool?)context.Input("condition") != true)
            return Step.Complete();
        // Counted within a burst: a wait begins anew.
        var round = (int?)context.Own ?? 0;
        if (round == MostRoundsWithoutWait)
            throw new WorkflowFault($"more than {MostRoundsWithoutWait} rounds of a loop without a wait", context.Node) { IsLimit = true };
        context.Own = round + 1;
        context.Queue(0);
        return Step.Carrying;
    }
}

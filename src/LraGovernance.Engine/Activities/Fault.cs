using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Raises a fault of the author's own.</summary>
internal sealed class Fault : Activity
{
    public override string Type => "Elsa.Fault";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("code", InputKind.Text), new("category", InputKind.Text), new("faultType", InputKind.Text), new("message", InputKind.Text)];

    public override IReadOnlyList<string> Outcomes(ActivityNode node) => [];

    public override Step Execute(ActivityContext context)
    {
        var details = new FaultDetails(context.Text("code") ?? "0", context.Text("category") ?? "General", context.Text("faultType") ?? "System");
        return new Step.Failure(context.Text("message") ?? $"fault {details.Code} ({details.Category}, {details.FaultType})", details);
    }
}

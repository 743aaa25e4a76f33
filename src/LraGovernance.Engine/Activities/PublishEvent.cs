using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Tells the host to publish an event, and goes on.</summary>
internal sealed class PublishEvent : Activity
{
    public override string Type => "Elsa.PublishEvent";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("eventName", InputKind.Text, Required: true), new("correlationId", InputKind.Text), new("isLocalEvent", InputKind.Boolean), new("payload", InputKind.Any),
    ];

    public override Step Execute(ActivityContext context) => context.Text("eventName") is { Length: > 0 } name
        ? Step.Tell(new JsonObject
        {
            ["eventName"] = name,
            ["correlationId"] = string.IsNullOrWhiteSpace(context.Text("correlationId")) ? null : context.Text("correlationId"),
            ["isLocalEvent"] = context.Boolean("isLocalEvent"),
            ["payload"] = context.Json("payload"),
        })
        : Step.Fault("the event has no name");
}

using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;

namespace LraGovernance.Engine.Activities;

/// <summary>Waits for an event by its exact name, for which it asks the host; where the event set the instance off, it goes on at once.</summary>
internal sealed class Event : Activity
{
    public override string Type => "Elsa.Event";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("eventName", InputKind.Text, Required: true)];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override bool Waits => true;

    public override Step Execute(ActivityContext context) =>
        context.IsTrigger ? Happened(context.TriggerPayload)
        : context.Text("eventName") is { Length: > 0 } name ? Step.Wait(new JsonObject { ["eventName"] = name })
        : Step.Fault("there is no event to wait for: 'eventName' is empty");

    public override Step Resume(ActivityContext context, string? outcome, JsonNode? payload) => Happened(payload);

    // Published without a payload, an event brings an empty object.
    private static Step Happened(JsonNode? payload) => Step.Complete().With("result", payload ?? new JsonObject());
}

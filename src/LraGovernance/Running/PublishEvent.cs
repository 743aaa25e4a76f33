using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>
/// <c>Elsa.PublishEvent</c>, within a service: wakes every process that waits for an event of that name, and starts each process that begins with
/// it, for the period or case of the correlation id, else of the payload's <c>key</c>, else of the publisher; one that is there already is not
/// started again. Each is work of its own in the same commit. An event that meets nobody is gone.
/// </summary>
internal sealed class PublishEvent(GovernanceDb db, WorkflowCatalogue catalogue, Instances instances, Bursts bursts) : IStepEffect
{
    public string ActivityType => "Elsa.PublishEvent";

    public async Task<Reply?> CarryOutAsync(Asked asked, CancellationToken cancellationToken)
    {
        var (name, correlation, publisher) = (asked.RequiredText("eventName"), asked.Text("correlationId"), asked.Instance);
        var (payload, isLocal) = (asked.Request["payload"], (bool)asked.Request["isLocalEvent"]!);
        await db.SaveChangesAsync(cancellationToken); // the publisher itself may have begun to wait in this very step
        var waiting = await (from bookmark in db.Bookmarks
            join instance in db.Instances on bookmark.InstanceId equals instance.Id
            where bookmark.EventName == name && instance.Service == publisher.Service
                && (correlation == null || instance.CorrelationId == correlation) && (!isLocal || instance.Id == publisher.Id)
            orderby instance.StartedAt, instance.Id, bookmark.BookmarkId
            select new { instance.Id, bookmark.BookmarkId }).ToListAsync(cancellationToken);
        foreach (var place in waiting)
        {
            bursts.QueueApart(place.Id, StimulusRow.Resume(place.BookmarkId, "Done", payload?.DeepClone()) with { MayComeTooLate = true });
        }

        var key = correlation ?? KeyIn(payload) ?? publisher.Key;
        foreach (var file in isLocal ? [] : catalogue.NewestOfEach)
        {
            if (TriggerOf(file.Definition, name) is { } trigger)
            {
                var start = StimulusRow.Start(trigger.Id) with { Payload = payload?.DeepClone(), CorrelationId = correlation };
                await instances.StartApartAsync(file.Definition.DefinitionId, key, start, publisher, null, cancellationToken);
            }
        }

        return null;
    }

    public Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, string reason, CancellationToken cancellationToken) => Task.CompletedTask;

    // In a definition an object is written as its JSON text, and stays one where any value may stand.
    private static string? KeyIn(JsonNode? payload)
    {
        try
        {
            var parsed = payload is JsonValue value && value.TryGetValue<string>(out var text) ? JsonNode.Parse(text) : payload;
            return (parsed as JsonObject)?["key"]?.ToString();
        }
        catch (JsonException)
        {
            return null; // a text of another kind names no case
        }
    }

    private static ActivityNode? TriggerOf(WorkflowDefinition definition, string eventName) =>
        definition.AllActivities().FirstOrDefault(x => x is { Type: WaitForEvent.EventType, CanStartWorkflow: true } && x.Literal("eventName") == eventName);
}

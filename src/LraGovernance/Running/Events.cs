using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Data;
using LraGovernance.Engine.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Running;

/// <summary>An event on its way: delivered after the step that published it, to whoever waits for it then.</summary>
internal sealed record PublishedEvent(string Name, JsonNode? Payload, string? CorrelationId, bool IsLocal);

/// <summary>Delivers events within a service. Whoever is woken or started runs as work of its own in the same commit; one that meets nobody is gone.</summary>
internal sealed class Events(GovernanceDb db, WorkflowCatalogue catalogue, Instances instances, Bursts bursts)
{
    internal async Task DeliverAsync(Guid publisherId, PublishedEvent published, CancellationToken cancellationToken)
    {
        var publisher = await db.Instances.FindAsync([publisherId], cancellationToken)
            ?? throw new InvalidOperationException($"There is no instance {publisherId}.");
        var (name, correlation, isLocal) = (published.Name, published.CorrelationId, published.IsLocal);
        var waiting = await (from bookmark in db.Bookmarks
            join instance in db.Instances on bookmark.InstanceId equals instance.Id
            where bookmark.EventName == name && instance.Service == publisher.Service
                && (correlation == null || instance.CorrelationId == correlation) && (!isLocal || instance.Id == publisherId)
            orderby instance.StartedAt, instance.Id, bookmark.BookmarkId
            select new { instance.Id, bookmark.BookmarkId }).ToListAsync(cancellationToken);
        foreach (var place in waiting)
        {
            bursts.QueueApart(place.Id, StimulusRow.Resume(place.BookmarkId, "Done", published.Payload?.DeepClone()));
        }

        var key = correlation ?? KeyIn(published.Payload) ?? publisher.Key;
        foreach (var file in isLocal ? [] : catalogue.NewestOfEach)
        {
            if (TriggerOf(file.Definition, name) is { } trigger)
            {
                var start = StimulusRow.Start(trigger.Id) with { Payload = published.Payload?.DeepClone(), CorrelationId = correlation };
                await instances.StartApartAsync(file.Definition.DefinitionId, key, start, publisher, null, cancellationToken);
            }
        }
    }

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

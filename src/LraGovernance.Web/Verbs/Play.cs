using System.Text.Json;
using System.Text.Json.Nodes;
using LraGovernance.Calendar;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Hosting;

namespace LraGovernance.Web.Verbs;

/// <summary>What <c>run-workflow</c> does with a definition: start it, publish events, move the clock on, and tell.</summary>
internal sealed record Play(string? Input, IReadOnlyList<string> Events, bool Advances, bool TellsJournal)
{
    private const int MostTimers = 10_000;

    public int Run(WorkflowDefinition definition, IEnumerable<WorkflowDefinition> others)
    {
        var input = Object(Input);
        var events = Events.Select(Event).ToList();
#pragma warning disable RS0030 // a tool on the command line: the real clock begins, --advance moves on from it
        var now = TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
        var host = new InMemoryHost([definition, .. others], now, NextOccurrence) { Write = Console.WriteLine };
        var instance = host.Start(definition, new Stimulus.Start(input, null));
        foreach (var (name, payload) in events)
        {
            if (host.Publish(name, payload) == 0)
            {
                Console.Error.WriteLine($"nothing waited for the event '{name}'");
            }
        }

        AdvanceToTheEnd(host, instance);
        Tell(host, instance);
        return instance.State!.Status == WorkflowStatus.Faulted ? 1 : 0;
    }

    private void AdvanceToTheEnd(InMemoryHost host, HostedInstance instance)
    {
        var timers = 0;
        while (Advances && instance.State!.Status == WorkflowStatus.Suspended && timers < MostTimers && host.Advance())
        {
            timers++;
        }

        if (timers == MostTimers)
        {
            Console.Error.WriteLine($"stopped after {MostTimers:N0} timers, on {host.Now:yyyy-MM-dd}: it would go on");
        }
    }

    private void Tell(InMemoryHost host, HostedInstance instance)
    {
        foreach (var entry in TellsJournal ? host.Instances.SelectMany(x => x.Journal.Select(e => (x.Id, Entry: e))) : [])
        {
            Console.WriteLine($"{entry.Id}.{entry.Entry.Sequence} {entry.Entry.ActivityId} {entry.Entry.ActivityType} {entry.Entry.Event} {entry.Entry.Outcome}".TrimEnd());
        }

        foreach (var incident in instance.State!.Incidents)
        {
            Console.Error.WriteLine($"{incident.Path}: {incident.ActivityId}: {incident.Message}");
        }

        Console.WriteLine($"status: {instance.State.Status}");
    }

    private static Dictionary<string, JsonNode?> Object(string? json)
    {
        try
        {
            return json is null ? [] : (JsonNode.Parse(json) as JsonObject)?.ToDictionary(x => x.Key, x => x.Value?.DeepClone())
                ?? throw new PlayRefusedException("--input is not a JSON object");
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new PlayRefusedException("--input is not a JSON object");
        }
    }

    private static (string Name, JsonNode? Payload) Event(string given)
    {
        var (name, json) = given.Split('=', 2) is [var before, var after] ? (before, after) : (given, null);
        try
        {
            return name.Length > 0 ? (name, json is null ? null : JsonNode.Parse(json)) : throw new PlayRefusedException("--event needs a name: NAME or NAME=JSON");
        }
        catch (JsonException)
        {
            throw new PlayRefusedException($"--event {name}: what follows the = is not JSON");
        }
    }

    private static DateTimeOffset? NextOccurrence(string cron, DateTimeOffset after)
    {
        var next = Quartz.CronExpression.TryParse(cron, out _) ? new Quartz.CronExpression(cron, London.Zone).GetNextValidTimeAfter(after) : null;
        if (next is null)
        {
            Console.Error.WriteLine($"'{cron}' is no schedule, or never rings after {after:yyyy-MM-dd}");
        }

        return next;
    }
}

/// <summary>What is asked for on the command line cannot be done.</summary>
internal sealed class PlayRefusedException(string reason) : Exception(reason);

using System.CommandLine;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Running;

namespace LraGovernance.Web.Verbs;

/// <summary>Runs one definition in memory, without the product around it: what WriteLine writes, then how it ended.</summary>
internal static class RunWorkflowVerb
{
    private const int Refused = 2;

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "An Elsa 3 definition" };
        var definitions = new Option<string?>("--definitions") { Description = "Folder with further definitions" };
        var input = new Option<string?>("--input") { Description = "Inputs, as a JSON object" };
        var advance = new Option<bool>("--advance") { Description = "Move the clock on over timers, until nothing waits for time" };
        var command = new Command("run-workflow", "Runs a definition in memory. Exit code 0 when it finishes or waits, 1 when it faults, 2 when it does not load.")
        {
            file, definitions, input, advance,
        };
        command.SetAction(async (parsed, _) =>
            await RunAsync(parsed.GetValue(file)!, parsed.GetValue(definitions), parsed.GetValue(input), parsed.GetValue(advance)));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? definitions, string? input, bool advance)
    {
        if (!File.Exists(file) || (definitions is not null && !Directory.Exists(definitions)))
        {
            await Console.Error.WriteLineAsync(File.Exists(file) ? $"{definitions}: there is no such folder" : $"{file} $: there is no such file");
            return Refused;
        }

        var catalogue = new WorkflowCatalogue(new WorkflowFolder(definitions ?? ""), ProductActivities.All());
        var faults = new List<LoadFault>();
        var definition = Read(catalogue, file, faults);
        foreach (var more in definitions is null ? (IEnumerable<string>)[] : Directory.EnumerateFiles(definitions, "*.json").Order(StringComparer.Ordinal))
        {
            Read(catalogue, more, faults);
        }

        if (definition is null || faults.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', faults.Select(x => $"{x.File} {x.Path}: {x.Reason}")));
            return Refused;
        }

        if (Inputs(input) is not { } inputs)
        {
            await Console.Error.WriteLineAsync("--input is not a JSON object");
            return Refused;
        }

        return Run(definition, inputs, advance);
    }

    private static WorkflowDefinition? Read(WorkflowCatalogue catalogue, string file, List<LoadFault> faults)
    {
        switch (catalogue.Open(file, out _))
        {
            case LoadResult.Loaded loaded:
                return loaded.Definition;
            case LoadResult.Refused refused:
                faults.AddRange(refused.Faults);
                return null;
            default:
                throw new InvalidOperationException();
        }
    }

    private static Dictionary<string, JsonNode?>? Inputs(string? json)
    {
        try
        {
            return json is null ? [] : (JsonNode.Parse(json) as JsonObject)?.ToDictionary(x => x.Key, x => x.Value?.DeepClone());
        }
        catch (Exception fault) when (fault is System.Text.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }

    private static int Run(WorkflowDefinition definition, Dictionary<string, JsonNode?> inputs, bool advance)
    {
#pragma warning disable RS0030 // a tool on the command line: the real clock begins, --advance moves on from it
        var now = TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
        var timers = new PriorityQueue<string, DateTimeOffset>();
        var burst = Take(Runner.Run(definition, null, new Stimulus.Start(inputs, null), now));
        while (advance && burst.State.Status == WorkflowStatus.Suspended && timers.TryDequeue(out var bookmark, out var due))
        {
            now = due > now ? due : now;
            burst = Take(Runner.Run(definition, burst.State, new Stimulus.Resume(bookmark, null, null), now));
        }

        var incident = burst.State.Status == WorkflowStatus.Faulted ? burst.State.Incidents[^1] : null;
        if (incident is not null)
        {
            Console.Error.WriteLine($"{incident.Path}: {incident.ActivityId}: {incident.Message}");
        }

        Console.WriteLine($"status: {burst.State.Status}");
        return incident is null ? 0 : 1;

        Burst Take(Burst taken)
        {
            foreach (var effect in taken.Effects)
            {
                switch (effect)
                {
                    case Effect.WriteLine line:
                        Console.WriteLine(line.Text);
                        break;
                    case Effect.SetTimer timer:
                        timers.Enqueue(timer.Bookmark.Id, timer.DueAt);
                        break;
                    case Effect.Ask ask when (string?)ask.Request["cronExpression"] is { } cron
                        && Quartz.CronExpression.TryParse(cron, out _)
                        && new Quartz.CronExpression(cron, Calendar.London.Zone).GetNextValidTimeAfter(now) is { } next:
                        timers.Enqueue(ask.Bookmark.Id, next);
                        break;
                }
            }

            return taken;
        }
    }
}

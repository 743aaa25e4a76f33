using System.CommandLine;
using System.Text.Json.Nodes;
using LraGovernance.Engine.Definitions;
using LraGovernance.Engine.Execution;
using LraGovernance.Engine.Hosting;
using LraGovernance.Running;

namespace LraGovernance.Web.Verbs;

/// <summary>Runs one definition in memory, without the product around it: what WriteLine writes, then how it ended.</summary>
internal static class RunWorkflowVerb
{
    private const int Faulted = 1;
    private const int Refused = 2;

    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "An Elsa 3 definition" };
        var definitions = new Option<string?>("--definitions") { Description = "Folder with the definitions that it starts, or that its events start" };
        var input = new Option<string?>("--input") { Description = "Inputs, as a JSON object" };
        var events = new Option<string[]>("--event") { Description = "An event to publish when everything waits, as NAME or NAME=JSON; several in the order given" };
        var advance = new Option<bool>("--advance") { Description = "Then move the clock on over timers, until nothing waits for time" };
        var journal = new Option<bool>("--journal") { Description = "Print every activity with its outcome, before the status" };
        var command = new Command("run-workflow", "Runs a definition in memory. Exit code 0 when it finishes or waits, 1 when it faults, 2 when it does not load.")
        {
            file, definitions, input, events, advance, journal,
        };
        command.SetAction(async (parsed, _) => await RunAsync(parsed.GetValue(file)!, parsed.GetValue(definitions), new Play(
            parsed.GetValue(input), parsed.GetValue(events) ?? [], parsed.GetValue(advance), parsed.GetValue(journal))));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? folder, Play play)
    {
        if (!File.Exists(file) || (folder is not null && !Directory.Exists(folder)))
        {
            await Console.Error.WriteLineAsync(File.Exists(file) ? $"{folder}: there is no such folder" : $"{file} $: there is no such file");
            return Refused;
        }

        var catalogue = new WorkflowCatalogue(new WorkflowFolder(folder ?? ""), ProductActivities.All());
        var faults = new List<LoadFault>();
        var definition = Read(catalogue, file, faults);
        var others = (folder is null ? [] : Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(x => Read(catalogue, x, faults)).ToList())
            .OfType<WorkflowDefinition>();
        if (definition is null || faults.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', faults.Select(x => $"{x.File} {x.Path}: {x.Reason}")));
            return Refused;
        }

        try
        {
            return play.Run(definition, others.Where(x => x.DefinitionId != definition.DefinitionId));
        }
        catch (PlayRefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return Refused;
        }
        catch (EndlessWorkException endless)
        {
            await Console.Error.WriteLineAsync(endless.Message);
            return Faulted;
        }
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
}

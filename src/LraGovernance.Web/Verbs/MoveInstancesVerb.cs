using System.CommandLine;
using System.Text.Json;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

internal static class MoveInstancesVerb
{
    private static readonly Actor Verb = Actor.System("verb");

    public static Command Command()
    {
        var process = new Argument<string>("PROCESS") { Description = "Definition id of the process" };
        var to = new Option<int>("--to") { Description = "Version to move its running instances to", Required = true };
        var map = new Option<string?>("--map") { Description = "JSON file that says which steps have another id there: {\"old\": \"new\"}" };
        var apply = new Option<bool>("--apply") { Description = "Move them; without it only what would happen is said" };
        var db = DatabaseVerb.Option();
        var command = new Command("move-instances", "Moves running instances to another version of their process. Exit code 1 when one has to stay.") { process, to, map, apply, db };
        command.SetAction((parsed, cancellationToken) => DatabaseVerb.RunAsync(parsed.GetValue(db), async (services, commands) =>
        {
            if (Renamed(parsed.GetValue(map)) is not { } renamed)
            {
                await Console.Error.WriteLineAsync($"{parsed.GetValue(map)}: there is no such file, or it is no JSON object of texts");
                return 2;
            }

            var read = new ReadMoves(parsed.GetValue(process)!, parsed.GetValue(to), renamed);
            if (await commands.SendAsync(read, Verb, cancellationToken) is not ReadMovesResult.Planned planned)
            {
                await Console.Error.WriteLineAsync($"There is no version {read.To} of '{read.Process}' in {Hosting.Folders.Workflows}.");
                return 2;
            }

            var stay = 0;
            foreach (var line in planned.Instances)
            {
                var told = line.Refusals.Count == 0 && parsed.GetValue(apply) ? await MoveAsync(services, commands, read, line, cancellationToken) : line;
                stay += told.Refusals.Count == 0 ? 0 : 1;
                Tell(told, read.To, parsed.GetValue(apply));
            }

            Console.WriteLine($"{planned.Instances.Count - stay} of {planned.Instances.Count} {(parsed.GetValue(apply) ? "moved" : "can be moved; --apply moves them")}");
            return stay == 0 ? 0 : 1;
        }));
        return command;
    }

    // What was planned may have changed meanwhile: the command looks again, in its own transaction.
    private static async Task<MoveLine> MoveAsync(IServiceProvider services, Commands commands, ReadMoves read, MoveLine line, CancellationToken cancellationToken)
    {
        var id = services.GetRequiredService<Randomness>().Id("move-instance", $"{line.InstanceId}/{line.From}/{read.To}");
        return await commands.SendAsync(new MoveInstance(id, line.Service, line.InstanceId, read.To, read.Renamed), Verb, cancellationToken) switch
        {
            MoveInstanceResult.Moved moved => line with { Notes = moved.Notes },
            MoveInstanceResult.Refused refused => line with { Refusals = refused.Reasons },
            _ => line with { Refusals = ["it is not there any more"] },
        };
    }

    private static void Tell(MoveLine line, int to, bool applies)
    {
        Console.WriteLine($"{line.Service} {line.Key}: version {line.From} to {to}: {(line.Refusals.Count > 0 ? "stays" : applies ? "moved" : "can be moved")}");
        foreach (var remark in line.Refusals.Concat(line.Notes))
        {
            Console.WriteLine($"  {remark}");
        }
    }

    private static Dictionary<string, string>? Renamed(string? file)
    {
        try
        {
            return file is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file));
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

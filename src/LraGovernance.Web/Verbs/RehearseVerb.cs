using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using LraGovernance.Calendar;
using LraGovernance.Packs;
using LraGovernance.Running;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

internal static class RehearseVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command()
    {
        var from = new Option<DateOnly?>("--from") { Description = "First day, included (default: the script's own). A database that holds a run goes on from where it stands." };
        var to = new Option<DateOnly?>("--to") { Description = "Last day, included to its end in London (default: the script's own)" };
        var pack = new Option<string?>("--pack") { Description = "Name of a pack", DefaultValueFactory = _ => Demonstration.Pack }.NotEmpty();
        var script = new Option<string?>("--script") { Description = "File that says what people do (default: the pack's own)" }.NotEmpty();
        var db = new Option<string?>("--db") { Description = "SQLite file or PostgreSQL connection string to play in (default: a throwaway one)" };
        var output = new Option<string?>("--out") { Description = "File to write the report to, as JSON" }.NotEmpty();
        var seed = new Option<string>("--seed") { Description = "The same seed gives the same record, byte for byte", DefaultValueFactory = _ => "1" };
        var services = new Option<int>("--services") { Description = "How many copies of the pack to play at once, each a service of its own", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print one JSON object and nothing else" };
        var command = new Command("rehearse", "Plays a cycle on a simulated clock with scripted people, and says what happened, when, and what was late.")
        {
            from, to, pack, script, db, output, seed, services, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asJson = parsed.GetValue(json);
            var plan = new RehearsalPlan(
                parsed.GetValue(pack)!, parsed.GetValue(script), parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(db), parsed.GetValue(seed)!)
            {
                OnEvent = asJson ? null : Print,
                Services = parsed.GetValue(services),
            };
            return await RunAsync(plan, parsed.GetValue(output), asJson, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(RehearsalPlan plan, string? output, bool asJson, CancellationToken cancellationToken)
    {
        RehearsalReport report;
        try
        {
            report = await Rehearse.RunAsync(plan, cancellationToken);
        }
        catch (Exception refusal) when (refusal is WorkflowsRefusedException or PackRefusedException or JsonException or IOException
            or RehearsalRefusedException or DatabaseOptionRefusedException)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 2;
        }
        catch (Exception failure) when (DatabaseOption.Refusal(failure) is { } refusal)
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {refusal.Message}");
            return 2;
        }

        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(report, Json));
        }
        else
        {
            Summarise(report);
        }

        return output is null ? 0 : await WriteAsync(output, report, cancellationToken);
    }

    private static async Task<int> WriteAsync(string output, RehearsalReport report, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(output, JsonSerializer.Serialize(report, Json) + "\n", cancellationToken);
            return 0;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The report could not be written: {refusal.Message}");
            return 2;
        }
    }

    private static void Print(TimelineEvent happened) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{London.Local(happened.At):yyyy-MM-dd HH:mm}  {happened.Event,-18}  {happened.Process} {happened.Key}  {happened.Detail}"));

    private static void Summarise(RehearsalReport report)
    {
        var counts = report.Counts;
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd} in {report.ElapsedMs} ms, seed {report.Seed}{(report.Services > 1 ? $", {report.Services} services" : "")}"));
        Console.WriteLine($"processes {counts.Instances}, finished {counts.Finished}; tasks {counts.Tasks}, late {counts.Late}; decisions {counts.Decisions}; "
            + $"mails {counts.Mails}, reminders {counts.Reminders}; incidents {counts.Incidents}");
        Console.WriteLine(report.Specification is { } specification
            ? string.Create(CultureInfo.InvariantCulture, $"specification {specification.Version} in force from {specification.InForceFrom:yyyy-MM-dd}, {specification.Hash}")
            : "no specification in force");
        Console.WriteLine($"record {report.RecordHead}");
    }
}

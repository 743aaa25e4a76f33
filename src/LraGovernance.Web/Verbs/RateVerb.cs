using System.CommandLine;
using CsvHelper;
using LraGovernance.Packs;
using LraGovernance.Performance;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Verbs;

/// <summary>Rates a file of figures by a pack's floors, targets and thresholds, without a database or any setting.</summary>
internal static class RateVerb
{
    public static Command Command()
    {
        var pack = new Option<string?>("--pack") { Description = "Folder of the pack whose indicators count; the built-in one where it is left out" }.NotEmpty();
        var results = new Option<string?>("--results") { Description = "CSV with the columns ref, period (2016-06, 2016/17-Q1 or 2016/17) and value", Required = true }.NotEmpty();
        var command = new Command("rate", "Rates figures. Prints CSV ref,period,value,status,direction. Exit code 2 when a row cannot be read, and then prints no figures.") { pack, results };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed.GetValue(pack), parsed.GetValue(results)!, Console.Out, Console.Error)));
        return command;
    }

    internal static int Run(string? pack, string results, TextWriter said, TextWriter complaints)
    {
        try
        {
            var indicators = PackIndicators.Read(pack is null ? new PackFolder(Hosting.Folders.Packs).Open(Demonstration.Pack) : new PackFolder("").Open(Path.GetFullPath(pack)))
                .ToDictionary(x => x.Ref, StringComparer.Ordinal);
            using var file = File.OpenRead(results);
            switch (FigureFile.Read(file, indicators))
            {
                case FigureReading.Sound sound:
                    Write(sound.Rows, indicators, said);
                    return 0;
                case FigureReading.Refused refused:
                    complaints.WriteLine(string.Join('\n', refused.Slips.Select(x => $"{results}: {x}")));
                    return 2;
                default:
                    throw new InvalidOperationException();
            }
        }
        catch (Exception refusal) when (refusal is PackRefusedException or IOException or UnauthorizedAccessException)
        {
            complaints.WriteLine(refusal.Message);
            return 2;
        }
    }

    private static void Write(IReadOnlyList<FigureRow> rows, Dictionary<string, Indicator> indicators, TextWriter said)
    {
        var values = rows.ToDictionary(x => (x.Reference, x.Period), x => x.Value);
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord((string[])["ref", "period", "value", "status", "direction"]);
            foreach (var row in rows)
            {
                var indicator = indicators[row.Reference];
                csv.WriteRecord((string[])[row.Reference, $"{row.Period}", row.Given, Word(Rate.Of(indicator, row.Period, row.Value)),
                    Word(Direction.Since(indicator, row.Period, row.Value, values.GetValueOrDefault((row.Reference, row.Period.Previous))))]);
            }
        }

        said.Write(text.ToString());
    }

    /// <summary>green, inRange, noData.</summary>
    private static string Word(Enum value) => $"{value}" is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}

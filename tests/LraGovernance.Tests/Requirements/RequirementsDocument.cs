using System.Globalization;
using System.Text;

namespace LraGovernance.Tests.Requirements;

/// <summary>Writes the list of requirements as people read it.</summary>
internal static class RequirementsDocument
{
    public const string Path = "docs/requirements.md";

    public static string Write(RequirementList list, IReadOnlyList<CitedTest> tests)
    {
        var text = new StringBuilder();
        var all = list.All.ToList();
        var (later, missing) = (all.Count(x => x.NotBuilt is not null), all.Count(x => x.Missing is not null));
        text.Append(CultureInfo.InvariantCulture, $"""
            # What the papers require, and what shows it

            Written by `tests/requirements.sh` from [requirements.json](requirements.json) and from what the tests say of themselves; not to be edited. The numbers
            are those of our catalogue of the council's papers, of which this is the core: the commissioning model of 2016, the plan, the indicators and the reports.

            Of {all.Count} requirements **{all.Count - later - missing} are shown**, {later} belong to processes that are not built, and **{missing} {(missing == 1 ? "is" : "are")} missing**, whole or in part.
            A test goes through the front door: pages, commands, verbs, the rehearsal. Whether it would notice a mistake: [mutation.md](mutation.md#sabotage-of-requirements).

            """);
        foreach (var group in list.Groups.Where(x => x.Requirements.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Number}. {group.Title}\n\n| No. | Requirement | Shown by | Tests |\n|---|---|---|---|\n");
            foreach (var one in group.Requirements)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {one.No} | {Cell(one.Text)} | {Where(one)} | {string.Join("<br>", tests.Where(x => x.Shows.Contains(one.No)).Select(Words))} |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Where(Requirement one) => one.NotBuilt is { } process ? $"not built: {Cell(process)}" : string.Join("<br>",
        one.Places.Select(x => x.Split(' ', 2)).Select(x => $"{x[0]} `{Cell(x[1])}`").Concat(one.Missing is { } missing ? [$"**missing**: {Cell(missing)}"] : []));

    private static string Words(CitedTest test) => $"{(test.Project == "Tests" ? "" : $"{test.Project}, ")}{test.Class}: {test.Name.Replace('_', ' ')}";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}

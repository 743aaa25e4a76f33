using System.Globalization;
using LraGovernance.Packs;

namespace LraGovernance.Specifications;

/// <summary>Reads a pack's proposal for the first specification: headings, clauses, indicators with tolerances, five-year budget.</summary>
internal static class PackSpecification
{
    private const string ClauseFolder = "specification/clauses";

    internal static SpecificationDocument Read(Pack pack)
    {
        var head = pack.Read<HeadFile>("specification/specification.json");
        var budget = pack.Read<BudgetFile>("specification/budget.json");
        var sections = head.Sections.Select((x, i) => (x.Key, i)).ToDictionary(x => x.Key, x => x.i);
        var clauses = pack.Files(ClauseFolder, "*.md").Select(ReadClause)
            .OrderBy(x => sections.TryGetValue(x.Section, out var position) ? position
                : throw new PackRefusedException($"{ClauseFolder}: {x.Id}", $"there is no section '{x.Section}'"))
            .ThenBy(x => decimal.Parse(x.Id[(x.Id.IndexOf('.', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture)).ToList();
        return new(
            head.Title, head.FinancialYear, head.Sections, clauses, [.. Outcomes(pack)],
            PackIndicators.Read(pack),
            budget.Years, [.. budget.Tolerance.Select(x => new BudgetTolerance(x.Line, x.Percent, x.Amount, x.GoesTo, x.UpAfterWorkingDays, x.Clause))]);
    }

    private static IEnumerable<OutcomeHeading> Outcomes(Pack pack) =>
        pack.ReadRows("data/outcomes.csv", row => new OutcomeHeading(row.GetString("code"), row.GetString("title"), null))
            .Concat(pack.ReadRows("data/supporting_outcomes.csv", row => new OutcomeHeading(row.GetString("code"), row.GetString("title"), row.GetString("outcome_code"))));

    private static Clause ReadClause(string path)
    {
        var parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split("---\n", 3);
        if (parts.Length != 3 || parts[0].Length != 0)
        {
            throw new PackRefusedException(path, "it does not begin with a block of settings between lines of ---");
        }

        var settings = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(':', 2))
            .ToDictionary(x => x[0].Trim(), x => x.Length == 2 ? x[1].Trim() : throw new PackRefusedException(path, $"'{x[0]}' has no value"));
        return new(
            Setting("id"), Setting("section"), Setting("heading"), parts[2].Trim(), Setting("outcome"), Setting("objective") == "true",
            settings.GetValueOrDefault("indicator"), Setting("plan-answer") == "true", Setting("source"));

        string Setting(string name) => settings.TryGetValue(name, out var value) ? value : throw new PackRefusedException(path, $"'{name}' is missing");
    }

    private sealed record HeadFile(string Title, string FinancialYear, IReadOnlyList<SectionHeading> Sections);

    private sealed record BudgetFile(IReadOnlyList<BudgetYear> Years, IReadOnlyList<BudgetToleranceFile> Tolerance);

    private sealed record BudgetToleranceFile(string Line, decimal Percent, decimal Amount, string GoesTo, int? UpAfterWorkingDays, string Clause);
}

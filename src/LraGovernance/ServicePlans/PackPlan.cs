using LraGovernance.Packs;

namespace LraGovernance.ServicePlans;

/// <summary>Reads a pack's proposal for the first service plan: its frame, and its activities with the clauses they answer.</summary>
internal static class PackPlan
{
    private const string File = "service-plan.json";

    internal static PlanFrame Frame(Pack pack)
    {
        var (head, service) = (pack.Read<PlanFile>(File), pack.Read<ServiceFile>("data/service.json"));
        var network = service.Network;
        return new(
            "", head.Purpose, head.Need,
            [
                $"Cabinet portfolio: {service.CabinetPortfolio.Role}",
                $"Responsible: {service.Commissioner.Role}",
                $"Answers for delivery: {service.Provider.Role}",
            ],
            [
                $"{network.Libraries} libraries, {network.LibrariesRegisteringBirthsAndDeaths} of them registering births and deaths", $"{network.MobileLibraries} mobile libraries",
                $"{network.RegisterOffices} register offices, {network.ApprovedCeremonyPremises} approved premises for ceremonies", $"{network.CountyArchives} county archive",
            ],
            service.OnlineServices, [.. service.StatutoryDuties.Select(x => x.Law is null ? x.Duty : $"{x.Duty} ({x.Law})")],
            new(service.Staff.Employees, service.Staff.FullTimeEquivalent, service.Staff.VolunteersMinimum),
            [.. pack.ReadRows("data/staffing_grades.csv", x => (IsBand: x.GetString("row_type") == "band", Band: new GradeBand(x.GetString("grade_band"), x.Parse<decimal>("fte"), x.Parse<decimal>("percent"))))
                .Where(x => x.IsBand).Select(x => x.Band)],
            service.Structure.StrategicManagers, service.Structure.Teams, service.Structure.AreaTeams,
            [.. service.PlanThemes.Select(x => new Theme(x.Number, x.Theme, x.PriorityRef))],
            pack.ReadRows("data/divisional_priorities.csv", x => new Priority(x.GetString("code"), x.GetString("section"), x.GetString("title"), x.GetString("status") is { Length: > 0 } status ? status : null)),
            pack.ReadRows("data/mosaic_groups.csv", x => new CommunityGroup(x.GetString("code"), x.GetString("name"), x.GetString("description"))),
            [.. Activities(pack).SelectMany(x => x.Content.Places).Distinct().Order(StringComparer.Ordinal)],
            [.. Activities(pack).Select(x => x.Content.Function).Distinct()])
        {
            Programme = head.Programme ?? [],
        };
    }

    internal static IReadOnlyList<NumberedActivity> Activities(Pack pack)
    {
        var head = pack.Read<PlanFile>(File);
        var details = head.Activities.ToDictionary(x => x.Id);
        var answers = pack.Read<AnswersFile>("plan-answers.json").Answers.SelectMany(x => x.Activities.Select(number => (number, x.Clause))).ToLookup(x => x.number, x => x.Clause);
        return pack.ReadRows("data/plan_activities.csv", row =>
        {
            var number = row.GetString("id");
            var detail = details.GetValueOrDefault(number) ?? throw new PackRefusedException(File, $"{number} is missing");
            return new NumberedActivity(number, new(
                row.GetString("supporting_outcome_code"), row.GetString("function"), row.GetString("title"), row.GetString("justification"), KindOf(detail.Evidence), head.Owner,
                detail.Due ?? head.Due, [.. answers[number]], Parts(row.GetString("districts")), Parts(row.GetString("mosaic_groups")), Parts(row.GetString("priority_refs")))
            {
                Measures = detail.Measures ?? [], Milestones = detail.Milestones ?? [], Parts = detail.Parts ?? [], Pilot = detail.Pilot, EarnsIncome = detail.EarnsIncome,
            });
        });
    }

    private static string[] Parts(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static EvidenceKind KindOf(string written) => Enum.TryParse<EvidenceKind>(written.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
        ? kind : throw new PackRefusedException(File, $"'{written}' is no kind of evidence");

    private sealed record PlanFile(string Purpose, string Need, string Owner, DateOnly Due, IReadOnlyList<DetailFile> Activities, IReadOnlyList<ProgrammePart>? Programme = null);

    private sealed record DetailFile(
        string Id, string Evidence, DateOnly? Due = null, IReadOnlyList<Measure>? Measures = null, IReadOnlyList<Milestone>? Milestones = null, IReadOnlyList<string>? Parts = null,
        bool Pilot = false, bool EarnsIncome = false);

    private sealed record AnswersFile(IReadOnlyList<AnswerFile> Answers);

    private sealed record AnswerFile(string Clause, IReadOnlyList<string> Activities);
}

using System.Text.Json.Serialization;

namespace LraGovernance.ServicePlans;

/// <summary>What the plan takes from the pack's facts about the service.</summary>
internal sealed record ServiceFile(
    [property: JsonPropertyName("cabinet_portfolio")] RoleFile CabinetPortfolio, RoleFile Commissioner, RoleFile Provider, NetworkFile Network,
    [property: JsonPropertyName("online_services")] IReadOnlyList<string> OnlineServices,
    [property: JsonPropertyName("statutory_duties")] IReadOnlyList<DutyFile> StatutoryDuties, StaffFile Staff, StructureFile Structure,
    [property: JsonPropertyName("plan_themes")] IReadOnlyList<ThemeFile> PlanThemes);

internal sealed record RoleFile(string Role);

internal sealed record DutyFile(string Duty, string? Law);

internal sealed record NetworkFile(
    int Libraries, [property: JsonPropertyName("libraries_registering_births_and_deaths")] int LibrariesRegisteringBirthsAndDeaths,
    [property: JsonPropertyName("mobile_libraries")] int MobileLibraries, [property: JsonPropertyName("register_offices")] int RegisterOffices,
    [property: JsonPropertyName("approved_ceremony_premises")] int ApprovedCeremonyPremises, [property: JsonPropertyName("county_archives")] int CountyArchives);

internal sealed record StaffFile(
    int Employees, [property: JsonPropertyName("full_time_equivalent")] int FullTimeEquivalent, [property: JsonPropertyName("volunteers_minimum")] int VolunteersMinimum);

internal sealed record StructureFile(
    [property: JsonPropertyName("strategic_managers")] IReadOnlyList<string> StrategicManagers, IReadOnlyList<string> Teams,
    [property: JsonPropertyName("area_teams")] IReadOnlyList<string> AreaTeams);

internal sealed record ThemeFile(int Number, string Theme, [property: JsonPropertyName("priority_ref")] string PriorityRef);

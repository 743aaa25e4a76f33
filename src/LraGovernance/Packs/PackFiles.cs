using System.Text.Json;

namespace LraGovernance.Packs;

internal sealed record PackHead(string Key, PackService Service, string FinancialYear, IReadOnlyDictionary<string, JsonElement> Settings);

internal sealed record PackService(
    string Key, string Name, string ShortName, string Authority, string? Directorate = null, string? CabinetPortfolio = null, DateOnly? CommissionedFrom = null,
    PackDecision? Decision = null);

/// <summary>The decision that created the arrangement; the papers give its month.</summary>
internal sealed record PackDecision(string Body, string Month);

internal sealed record PackPeople(
    IReadOnlyList<PackRole> Roles, IReadOnlyList<PackPerson> People, IReadOnlyList<PackHolding> Holdings, IReadOnlyList<PackDeputy> Deputies);

internal sealed record PackRole(string Key, string Title, string Side);

internal sealed record PackPerson(string Key, string DisplayName, string Email);

internal sealed record PackHolding(string Person, string Role, DateOnly From, DateOnly? To, string? Scope = null);

internal sealed record PackDeputy(string For, string Deputy, DateOnly From, DateOnly? To, string Scope);

internal sealed record PackBody(
    string Key, string Name, IReadOnlyList<PackSeat> Seats, string? Chair, string Rule, int? Quorum, bool CastingVote, string Source);

internal sealed record PackSeat(string Key, string Role, string Capacity, int Places = 1);

internal sealed record PackCalendar(
    string BankHolidays, IReadOnlyList<PackClosure> ClosureDays, IReadOnlyDictionary<string, PackDate> Dates, IReadOnlyList<PackYear> Years,
    IReadOnlyList<PackClosure>? PreElectionPeriods = null);

internal sealed record PackClosure(DateOnly From, DateOnly To, string Why);

internal sealed record PackDate(string Title);

internal sealed record PackYear(string FinancialYear, IReadOnlyDictionary<string, DateOnly> Dates);

internal sealed record BankHolidayFile([property: System.Text.Json.Serialization.JsonPropertyName("england-and-wales")] BankHolidayDivision EnglandAndWales);

internal sealed record BankHolidayDivision(IReadOnlyList<BankHoliday> Events);

internal sealed record BankHoliday(string Title, DateOnly Date);

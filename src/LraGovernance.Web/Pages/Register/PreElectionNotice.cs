using LraGovernance.Calendar;

namespace LraGovernance.Web.Pages.Register;

/// <summary>Says that a pre-election period holds publication, on the days on which it does.</summary>
internal sealed record PreElectionNotice(IReadOnlyList<PreElectionPeriod> Periods, DateOnly Today);

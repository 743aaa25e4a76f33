using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Performance;

/// <summary>Asks whether a figure outside its plausible range is right; the name is that of the field that says so.</summary>
internal sealed record SureQuestion(string Name, Indicator Indicator);

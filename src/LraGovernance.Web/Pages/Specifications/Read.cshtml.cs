using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using LraGovernance.Web.Serving;
using LraGovernance.Web.Shell;
using Microsoft.AspNetCore.Mvc;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>The specification as the public reads it; before the first one is published, when that is expected.</summary>
[Anyone("the specification is a public document (R-027)")]
internal sealed class ReadModel(Commands commands, Visitor visitor) : ServicePage(commands, visitor)
{
    public SpecificationView? Specification { get; private set; }

    public SpecificationExpected? Expected { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? version)
    {
        if (await ReadServiceAsync() is not { } service)
        {
            return version is null ? Page() : NotFound();
        }

        Specification = await SendAsync(new ReadSpecification(service.Key, version));
        if (Specification is null && version is not null)
        {
            return NotFound();
        }

        if (Specification is null)
        {
            Expected = await SendAsync(new ReadExpected(service.Key));
        }

        return Page();
    }

    /// <summary>Where a version stands, in a sentence.</summary>
    public static string Standing(SpecificationVersion version) => version.State switch
    {
        SpecificationState.InForce => $"In force from {LondonTime.Day(version.InForceFrom!.Value)}",
        SpecificationState.Superseded => $"Was in force from {LondonTime.Day(version.InForceFrom!.Value)} to {LondonTime.Day(version.InForceUntil!.Value)}",
        _ => $"Published. In force from {LondonTime.Day(Calendar.FinancialYear.Parse(version.FinancialYear).First)}",
    };

    public static string Name(SpecificationVersion version) =>
        version.Name == version.FinancialYear ? $"For {SpecificationWords.Year(version.FinancialYear)}" : $"Version {version.Name}";
}

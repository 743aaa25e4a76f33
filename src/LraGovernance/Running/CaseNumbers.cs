using System.Globalization;
using LraGovernance.Calendar;
using LraGovernance.Data;

namespace LraGovernance.Running;

/// <summary>The last number given to a case of its kind in a financial year.</summary>
public sealed class CaseNumber
{
    public required string Service { get; init; }
    public required string Kind { get; init; }
    public required string FinancialYear { get; init; }
    public int Last { get; set; }
}

/// <summary>Numbers cases: <c>EX-2016-17-003</c>. Under the service's lock, so that none is given twice and none is left out.</summary>
internal sealed class CaseNumbers(GovernanceDb db)
{
    /// <param name="service">The service.</param>
    /// <param name="kind">What the number begins with, such as EX.</param>
    /// <param name="year">The year it is counted in.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    internal async Task<string> NextAsync(string service, string kind, FinancialYear year, CancellationToken cancellationToken)
    {
        var number = await db.CaseNumbers.FindAsync([service, kind, year.ToString()], cancellationToken)
            ?? db.CaseNumbers.Add(new CaseNumber { Service = service, Kind = kind, FinancialYear = year.ToString() }).Entity;
        number.Last++;
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{year}-{number.Last:000}");
    }
}

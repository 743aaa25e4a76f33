using LraGovernance.Calendar;
using LraGovernance.Packs;

namespace LraGovernance.Performance;

/// <summary>
/// What an indicator came to in the year before the first specification, and whether it was new or revised with it (001 KPIs; ). There may have
/// been no target, and no such indicator at all.
/// </summary>
public sealed record YearBefore(Period Year, decimal? Target, decimal? Value, string? Standing)
{
    private const string File = "data/kpis.csv";

    /// <exception cref="PackRefusedException">A file is missing, or is not what it should be.</exception>
    internal static IReadOnlyDictionary<string, YearBefore> Read(Pack pack)
    {
        var year = Period.Year(FinancialYear.Parse(pack.Read<PackHead>("pack.json").FinancialYear).Previous);
        return pack.ReadRows(File, row => (Ref: row.GetString("ref"), Of: new YearBefore(
            year, Number(row.GetString("prior_year_target")), Number(row.GetString("prior_year_actual")), row.GetString("status") is { Length: > 0 } status ? status : null)))
            .ToDictionary(x => x.Ref, x => x.Of);

        static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}

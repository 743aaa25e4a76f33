using LraGovernance.Packs;

namespace LraGovernance.Specifications;

/// <summary>Reads the indicators of a pack, with floors, targets, thresholds and tolerances.</summary>
public static class PackIndicators
{
    private const string File = "specification/indicators.json";

    /// <exception cref="PackRefusedException">A file is missing, or is not what it should be.</exception>
    public static IReadOnlyList<Indicator> Read(Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var thresholds = pack.ReadRows("data/kpi_quarterly_thresholds.csv", row => new ThresholdRow(
            row.GetString("ref"), row.GetString("quarter"), row.Parse<decimal>("upper"), row.Parse<decimal>("lower"))).ToLookup(x => x.Ref);
        var reporters = pack.Read<PackPeople>("people.json").Holdings.Where(x => x.Role == "indicator-reporter").ToLookup(x => x.Person, x => x.Scope);
        var indicators = pack.Read<List<IndicatorFile>>(File).Select(x => x.ToIndicator(thresholds[x.Ref], reporters)).ToList();
        foreach (var indicator in indicators)
        {
            Check(indicator, indicators.Count(x => x.Ref == indicator.Ref));
        }

        return indicators;
    }

    /// <summary>What it could not be rated by.</summary>
    private static void Check(Indicator indicator, int times)
    {
        var fault = times > 1 ? "it stands there more than once"
            : indicator.Direction is not ("higher_is_better" or "lower_is_better" or "expected_range") ? $"'{indicator.Direction}' is no direction: higher_is_better, lower_is_better or expected_range"
            : Performance.Rate.HasTarget(indicator) && (indicator.Target is null || indicator.Floor is null) ? "it needs a floor and a target"
            : !Performance.Rate.HasTarget(indicator) && indicator.Thresholds.Count == 0 ? "it needs thresholds"
            : null;
        if (fault is not null)
        {
            throw new PackRefusedException(File, $"{indicator.Ref}: {fault}");
        }
    }

    private sealed record IndicatorFile(
        string Ref, string Name, string Group, string Clause, decimal? Target, decimal? Floor, string Unit, string Direction, string Frequency,
        string Definition, string Basis, string Aggregation, PlausibleRange? Plausible, string? Reporter, IReadOnlyList<ToleranceFile> Tolerance)
    {
        internal Indicator ToIndicator(IEnumerable<ThresholdRow> thresholds, ILookup<string, string?> reporters) => new(
            Ref, Name, Group, Unit, Direction, Frequency, Clause, Definition, Floor, Target,
            [.. thresholds.Select(x => new Threshold(x.Quarter, x.Upper, x.Lower))],
            [.. Tolerance.Select(x => new Tolerance(x.Kind, x.Periods, x.GoesTo, x.UpAfterWorkingDays, x.Clause))])
        {
            Basis = Basis, Aggregation = Aggregation, Plausible = Plausible,
            Reporter = Reporter is null ? null : reporters[Reporter].FirstOrDefault() ?? throw new PackRefusedException(File, $"{Ref}: nobody with the key '{Reporter}' reports indicators"),
        };
    }

    private sealed record ToleranceFile(string Kind, int Periods, string GoesTo, int? UpAfterWorkingDays, string Clause);

    private sealed record ThresholdRow(string Ref, string Quarter, decimal Upper, decimal Lower);
}

using LraGovernance.Audit;

namespace LraGovernance.Reports;

/// <summary>What a report rests on, as the record held it when the report was compiled. Figures are the published ones .</summary>
public sealed record ReportFacts(
    DateTimeOffset At, IReadOnlyList<FigureFact> Figures, IReadOnlyList<CitedFact> Exceptions, IReadOnlyList<CitedFact> Variations,
    IReadOnlyList<CitedFact> Decisions, IReadOnlyList<OutcomeFact> Outcomes)
{
    public string ToJson() => CanonicalJson.Write(this);

    public static ReportFacts FromJson(string json) => CanonicalJson.Read<ReportFacts>(json);

    /// <summary>Everything that a sentence may cite, by its end of the golden thread.</summary>
    public IEnumerable<(string Cite, string Title)> Citable =>
        Figures.Select(x => ($"indicator/{x.Reference}", $"{x.Reference} {x.Name}"))
            .Concat(Exceptions.Concat(Variations).Concat(Decisions).Select(x => (x.Cite, x.Title)));
}

/// <param name="Period">What the figure covers: the year, or the latest period that was public.</param>
/// <param name="Value">Null where it is missing.</param>
/// <param name="Rating">The rating by the specification in force, by its name.</param>
public sealed record FigureFact(string Reference, string Name, string Group, string Unit, string Period, decimal? Value, decimal? Floor, decimal? Target, string Rating);

/// <param name="Cite">Its end of the golden thread, as kind and key.</param>
public sealed record CitedFact(string Cite, string Title, DateOnly Date);

/// <summary>A strategic outcome with what the specification measures of it .</summary>
public sealed record OutcomeFact(string Code, string Title, IReadOnlyList<string> Indicators);

using LraGovernance.Audit;
using LraGovernance.Data;

namespace LraGovernance.Decisions;

/// <summary>The text that people decide on in a case, as it was put to them once; never changed. They sign the hash.</summary>
public sealed class CasePaper
{
    public required string Hash { get; init; }
    public required string Service { get; init; }

    /// <summary>exception, variation, change, annual-report and the like; and which of them.</summary>
    public required string Kind { get; init; }
    public required string Key { get; init; }
    public required string Json { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>What a case's paper says. Sections are Markdown; facts stand as rows above them.</summary>
public sealed record CaseDocument(string Title, string Summary, IReadOnlyList<CaseFact> Facts, IReadOnlyList<CaseSection> Sections)
{
    /// <summary>The label of the fact that tells what a case does to money.</summary>
    internal const string EffectOnBudget = "Effect on the agreed budget";

    internal string ToJson() => CanonicalJson.Write(this);
}

public sealed record CaseFact(string Label, string Value);

public sealed record CaseSection(string Heading, string Text);

/// <summary>Freezes the papers of cases by content hash, and finds them again.</summary>
internal sealed class PaperShelf(GovernanceDb db, TimeProvider clock)
{
    /// <returns>The content hash; the same content has the same one, however often it is put.</returns>
    internal async Task<string> PutAsync(string service, string kind, string key, CaseDocument document, CancellationToken cancellationToken)
    {
        var json = document.ToJson();
        var hash = CanonicalJson.Hash($"{service}/{kind}/{key}\n{json}");
        if (await db.CasePapers.FindAsync([hash], cancellationToken) is null)
        {
            db.CasePapers.Add(new CasePaper { Hash = hash, Service = service, Kind = kind, Key = key, Json = json, At = clock.GetUtcNow() });
        }

        return hash;
    }

    internal async Task<CaseDocument?> FindAsync(string hash, CancellationToken cancellationToken) =>
        await db.CasePapers.FindAsync([hash], cancellationToken) is { } paper ? CanonicalJson.Read<CaseDocument>(paper.Json) : null;
}

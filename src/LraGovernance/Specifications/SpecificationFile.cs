using LraGovernance.Audit;
using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Decisions;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>Finds specifications, and puts draft rows together into a document.</summary>
internal sealed class SpecificationFile(GovernanceDb db) : IPaperSource
{
    internal const string PaperKind = "specification";

    public string Kind => PaperKind;

    public async Task<PaperToDecide> FindAsync(string service, string instanceKey, CancellationToken cancellationToken)
    {
        var specification = await OfAsync(service, instanceKey, cancellationToken);
        return new(PaperKind, specification.Id.ToString(),
            specification.RevisionHash ?? throw new InvalidOperationException($"The specification for {instanceKey} has not been submitted yet."),
            specification.Title, "commissioner");
    }

    public async Task<DecidedMatter?> MatterAsync(DecisionRequest decision, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(decision.PaperKey);
        var specification = await db.Specifications.AsNoTracking().SingleAsync(x => x.Id == id, cancellationToken);
        if (specification.RevisionHash == decision.DocumentHash && specification.PublishedAt is not null)
        {
            var (version, name) = specification.Major is null ? (specification.FinancialYear, "as published") : (VersionName(specification), $"version {VersionName(specification)}");
            return new($"{specification.Title}, {name}", null, $"/specification/{version}");
        }

        var draft = await db.SpecificationRevisions.AsNoTracking()
            .SingleAsync(x => x.SpecificationId == specification.Id && x.Hash == decision.DocumentHash, cancellationToken);
        return new($"{specification.Title}, draft {draft.Number}", null, null);
    }

    /// <summary>The specification on its way for that financial year.</summary>
    internal async Task<Specification> OfAsync(string service, string financialYear, CancellationToken cancellationToken) =>
        await db.Specifications.Where(x => x.Service == service && x.FinancialYear == financialYear && x.State != SpecificationState.NotAgreed)
            .OrderByDescending(x => x.OpenedAt).FirstOrDefaultAsync(cancellationToken)
        ?? throw new InvalidOperationException($"{service} has no specification for {financialYear}.");

    /// <summary>The frame and the draft's clauses as one document.</summary>
    internal async Task<SpecificationDocument> AssembleAsync(Specification specification, CancellationToken cancellationToken)
    {
        var frame = SpecificationDocument.FromJson(specification.Frame);
        var rows = await db.DraftClauses.Where(x => x.SpecificationId == specification.Id).OrderBy(x => x.Position).ToListAsync(cancellationToken);
        return frame with
        {
            Clauses = [.. rows.Select(x => new Clause(x.ClauseId, x.Section, x.Heading, x.Text, x.Outcome, x.Objective, x.Indicator, x.PlanAnswers, x.Source))],
        };
    }

    /// <summary>Makes the draft say what the document says.</summary>
    internal async Task PutAsync(Specification specification, SpecificationDocument document, CancellationToken cancellationToken)
    {
        specification.Frame = (document with { Clauses = [] }).ToJson();
        var rows = await db.DraftClauses.Where(x => x.SpecificationId == specification.Id).ToDictionaryAsync(x => x.ClauseId, cancellationToken);
        foreach (var (clause, position) in document.Clauses.Select((x, i) => (x, i)))
        {
            if (rows.Remove(clause.Id, out var row))
            {
                row.Say(clause, position);
            }
            else
            {
                db.DraftClauses.Add(DraftClause.Of(specification.Id, clause, position));
            }
        }

        db.DraftClauses.RemoveRange(rows.Values);
    }

    internal static string TextHash(string heading, string text) => CanonicalJson.Hash(heading + "\n" + text);

    internal static string VersionName(Specification x) =>
        x.Major is { } major ? $"{major}.{x.Minor}" : $"draft {x.Revision}";
}

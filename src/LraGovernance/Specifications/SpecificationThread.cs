using LraGovernance.Data;
using LraGovernance.Thread;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Specifications;

/// <summary>The part of the golden thread that the signed specification holds: which clause serves which outcome, and what measures it.</summary>
internal sealed class SpecificationThread(GovernanceDb db, GoldenThread thread) : IThreadEnds
{
    /// <summary>Ties what comes into force. A clause that serves every outcome hangs on each of the council's.</summary>
    internal async Task TieAsync(Specification specification, CancellationToken cancellationToken)
    {
        var document = await DocumentAsync(specification, cancellationToken);
        var whole = document.Outcomes.Where(x => x.Parent is null).Select(x => x.Code).ToList();
        // A clause names an outcome, or an outcome and one of its supporting outcomes, and hangs on the nearer one.
        await thread.TieAllAsync(specification.Service, "outcome", document.Clauses.SelectMany(clause => (clause.Outcome == "all" ? whole : [clause.Outcome.Split('/')[^1]])
            .Select(code => (ThreadEnd.Outcome(code), ThreadEnd.Clause(specification.FinancialYear, clause.Id), "served by")))
            .Concat(document.Outcomes.Where(x => x.Parent is not null).Select(x => (ThreadEnd.Outcome(x.Parent!), ThreadEnd.Outcome(x.Code), "supported by"))), cancellationToken);
        await thread.TieAllAsync(specification.Service, "clause", document.Clauses.Where(x => x.Indicator is not null)
            .Select(x => (x.Id, Reference: x.Indicator!)).Union(document.Indicators.Select(x => (Id: x.Clause, Reference: x.Ref)))
            .Select(x => (ThreadEnd.Clause(specification.FinancialYear, x.Id), ThreadEnd.Indicator(x.Reference), "measured by")), cancellationToken);
    }

    public async Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken)
    {
        var inForce = await db.Specifications.AsNoTracking().Where(x => x.Service == service && x.InForceFrom != null)
            .OrderBy(x => x.InForceFrom).ToListAsync(cancellationToken);
        var ends = new Dictionary<ThreadEnd, NamedEnd>();
        foreach (var specification in inForce)
        {
            foreach (var end in Ends(specification, await DocumentAsync(specification, cancellationToken)))
            {
                ends[end.End] = end;
            }
        }

        return [.. ends.Values];
    }

    private static IEnumerable<NamedEnd> Ends(Specification specification, SpecificationDocument document)
    {
        var version = SpecificationFile.VersionName(specification);
        var address = $"/specification/{version}";
        return document.Outcomes.Select(x => new NamedEnd(ThreadEnd.Outcome(x.Code), $"{x.Code} {x.Title}", address, MustLeadOn: x.Parent is null))
            .Concat(document.Clauses.Select(x => new NamedEnd(ThreadEnd.Clause(specification.FinancialYear, x.Id), $"Clause {x.Id} {x.Heading}", address, MustLeadTo: x.PlanAnswers ? "activity" : null)))
            .Concat(document.Indicators.Select(x => new NamedEnd(ThreadEnd.Indicator(x.Ref), $"{x.Ref} {x.Name}", $"/performance/{x.Ref}", MustComeFrom: true)))
            .Append(new NamedEnd(ThreadEnd.Version(version), $"Version {version} of the specification", address));
    }

    /// <summary>A text of its own comes into force in the commit that adds it.</summary>
    private async Task<SpecificationDocument> DocumentAsync(Specification specification, CancellationToken cancellationToken) => SpecificationDocument.FromJson(
        db.SpecificationRevisions.Local.FirstOrDefault(x => x.SpecificationId == specification.Id && x.Hash == specification.RevisionHash)?.Json
        ?? await db.SpecificationRevisions.AsNoTracking().Where(x => x.SpecificationId == specification.Id && x.Hash == specification.RevisionHash).Select(x => x.Json).FirstAsync(cancellationToken));
}

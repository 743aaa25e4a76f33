using LraGovernance.Audit;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Decisions;

/// <summary>A case's paper by its content hash, for whoever is asked about it.</summary>
[KnownPerson]
public sealed record ReadCasePaper(string Hash) : IQuery<CasePaperView?>;

public sealed record CasePaperView(CaseDocument Document, string Kind, string Key, string Hash, DateTimeOffset At);

internal sealed class ReadCasePaperHandler(GovernanceDb db) : IRequestHandler<ReadCasePaper, CasePaperView?>
{
    public async Task<CasePaperView?> Handle(ReadCasePaper request, CancellationToken cancellationToken) =>
        await db.CasePapers.AsNoTracking().SingleOrDefaultAsync(x => x.Hash == request.Hash, cancellationToken) is { } paper
            ? new(CanonicalJson.Read<CaseDocument>(paper.Json), paper.Kind, paper.Key, paper.Hash, paper.At)
            : null;
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using LraGovernance.Specifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Changes;

/// <summary>Every change of a service, open ones first, with the process that both sides have agreed beforehand .</summary>
[KnownPerson]
public sealed record ReadChanges(string Service) : IQuery<ChangesView>;

/// <param name="Agreed">The clause of the version in force that sets the process out: both sides agreed it when they agreed that version; null where none is in force.</param>
public sealed record ChangesView(IReadOnlyList<ChangeCase> Changes, AgreedProcess? Agreed);

public sealed record AgreedProcess(Clause Clause, string Version, DateOnly Since);

internal sealed class ReadChangesHandler(GovernanceDb db, SpecificationVersions versions) : IRequestHandler<ReadChanges, ChangesView>
{
    /// <summary>Substantive and fundamental changes.</summary>
    private const string ProcessClause = "20.3";

    public async Task<ChangesView> Handle(ReadChanges request, CancellationToken cancellationToken)
    {
        var changes = await db.Changes.AsNoTracking().Where(x => x.Service == request.Service).ToListAsync(cancellationToken);
        var now = await versions.InForceAsync(request.Service, cancellationToken);
        var clause = now?.Document.Clauses.FirstOrDefault(x => x.Id == ProcessClause);
        return new(
            [.. changes.OrderBy(x => x.ClosedAt is not null).ThenByDescending(x => x.Number, StringComparer.Ordinal)],
            clause is null ? null : new(clause, SpecificationFile.VersionName(now!.Specification), now.Specification.InForceFrom!.Value));
    }
}

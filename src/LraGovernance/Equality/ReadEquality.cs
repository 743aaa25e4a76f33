using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Equality;

/// <summary>The equality impact assessment of a case.</summary>
[KnownPerson]
public sealed record ReadEquality(string Service, string CaseNumber) : IQuery<EqualityAssessment?>;

internal sealed class ReadEqualityHandler(GovernanceDb db) : IRequestHandler<ReadEquality, EqualityAssessment?>
{
    public async Task<EqualityAssessment?> Handle(ReadEquality request, CancellationToken cancellationToken) =>
        await db.EqualityAssessments.AsNoTracking().SingleOrDefaultAsync(x => x.Service == request.Service && x.CaseNumber == request.CaseNumber, cancellationToken);
}

using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Comments;

/// <summary>What people outside have said of the specification, unanswered first, then the latest; both sides read it (004 2.3; R-028).</summary>
[Roles("commissioner", "head-of-service", "senior-manager")]
public sealed record ReadComments(string Service) : IQuery<IReadOnlyList<PublicComment>>;

internal sealed class ReadCommentsHandler(GovernanceDb db) : IRequestHandler<ReadComments, IReadOnlyList<PublicComment>>
{
    private const int Most = 500;

    public async Task<IReadOnlyList<PublicComment>> Handle(ReadComments request, CancellationToken cancellationToken) =>
        [.. (await db.PublicComments.AsNoTracking().Where(x => x.Service == request.Service).OrderByDescending(x => x.At).Take(Most).ToListAsync(cancellationToken))
            .OrderBy(x => x.Outcome is not null)];
}

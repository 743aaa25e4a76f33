using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Escalations;

/// <summary>Every exception of a service, open ones first.</summary>
[KnownPerson]
public sealed record ReadExceptions(string Service) : IQuery<IReadOnlyList<ExceptionLine>>;

public sealed record ExceptionLine(string Number, string Title, Matter Matter, Nature Nature, ExceptionState State, DateTimeOffset RaisedAt, DateTimeOffset? ClosedAt, string? Outcome);

internal sealed class ReadExceptionsHandler(GovernanceDb db) : IRequestHandler<ReadExceptions, IReadOnlyList<ExceptionLine>>
{
    public async Task<IReadOnlyList<ExceptionLine>> Handle(ReadExceptions request, CancellationToken cancellationToken) =>
    [
        .. (await db.Exceptions.AsNoTracking().Where(x => x.Service == request.Service).ToListAsync(cancellationToken))
            .OrderBy(x => x.State == ExceptionState.Closed).ThenByDescending(x => x.RaisedAt).ThenBy(x => x.Number, StringComparer.Ordinal)
            .Select(x => new ExceptionLine(x.Number, x.Title, x.Matter, x.Nature, x.State, x.RaisedAt, x.ClosedAt, x.Outcome)),
    ];
}

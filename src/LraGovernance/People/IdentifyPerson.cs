using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.People;

/// <summary>Who a session belongs to, with the roles held today; null when the person is not known any more.</summary>
[Anyone("it is asked to find out who is there")]
public sealed record IdentifyPerson(Guid PersonId) : IQuery<IdentifiedPerson?>;

public sealed record IdentifiedPerson(Guid Id, string Name, IReadOnlySet<string> Roles);

internal sealed class IdentifyPersonHandler(GovernanceDb db, Holders holders, TimeProvider clock) : IRequestHandler<IdentifyPerson, IdentifiedPerson?>
{
    public async Task<IdentifiedPerson?> Handle(IdentifyPerson request, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.PersonId, cancellationToken) is { } person
            ? new(person.Id, person.Name, await holders.RolesOfAsync(person.Id, London.DateOf(clock.GetUtcNow()), cancellationToken))
            : null;
}

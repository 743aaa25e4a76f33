using LraGovernance.Calendar;
using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.People;

/// <summary>People with the roles they hold today; the development page offers them to choose from.</summary>
[SystemOnly]
public sealed record ReadPeople : IQuery<IReadOnlyList<PersonLine>>;

/// <param name="Side">The side of the table of the roles held: council, service, committee or board; null without a role.</param>
public sealed record PersonLine(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, string? Side);

internal sealed class ReadPeopleHandler(GovernanceDb db, TimeProvider clock) : IRequestHandler<ReadPeople, IReadOnlyList<PersonLine>>
{
    public async Task<IReadOnlyList<PersonLine>> Handle(ReadPeople request, CancellationToken cancellationToken)
    {
        var today = London.DateOf(clock.GetUtcNow());
        var held = (await db.RoleHoldings.AsNoTracking().Where(x => x.From <= today && (x.To == null || x.To >= today))
            .Join(db.Roles, x => new { x.Service, Key = x.RoleKey }, x => new { x.Service, x.Key }, (holding, role) => new { holding.PersonId, role.Title, role.Side })
            .ToListAsync(cancellationToken)).ToLookup(x => x.PersonId);
        var people = await db.People.AsNoTracking().OrderBy(x => x.Name).ToListAsync(cancellationToken);
        return
        [
            .. people.Select(x => new PersonLine(
                x.Id, x.Name, x.Email, [.. held[x.Id].Select(role => role.Title).Order(StringComparer.Ordinal)], held[x.Id].Select(role => role.Side).Min())),
        ];
    }
}

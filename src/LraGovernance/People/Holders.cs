using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.People;

/// <summary>Who holds which role on a day.</summary>
public sealed class Holders(GovernanceDb db)
{
    /// <summary>People holding the role on that day, in a stable order.</summary>
    public async Task<IReadOnlyList<Person>> OfRoleAsync(string service, string role, DateOnly day, CancellationToken cancellationToken = default) =>
        await HoldingOn(day).Where(x => x.Service == service && x.RoleKey == role)
            .Join(db.People, x => x.PersonId, x => x.Id, (_, person) => person)
            .OrderBy(x => x.Email).ToListAsync(cancellationToken);

    /// <summary>The same, only of these parts of the role; of all where none is named.</summary>
    public async Task<IReadOnlyList<Person>> OfRoleAsync(string service, string role, DateOnly day, IReadOnlyList<string> scopes, CancellationToken cancellationToken = default) =>
        scopes.Count == 0 ? await OfRoleAsync(service, role, day, cancellationToken)
            : await HoldingOn(day).Where(x => x.Service == service && x.RoleKey == role && x.Scope != null && scopes.Contains(x.Scope))
                .Join(db.People, x => x.PersonId, x => x.Id, (_, person) => person).Distinct().OrderBy(x => x.Email).ToListAsync(cancellationToken);

    /// <summary>The parts of a role that a person holds on that day.</summary>
    public async Task<IReadOnlyList<string>> ScopesAsync(string service, string role, Guid person, DateOnly day, CancellationToken cancellationToken = default) =>
        await HoldingOn(day).Where(x => x.Service == service && x.RoleKey == role && x.PersonId == person && x.Scope != null).Select(x => x.Scope!).ToListAsync(cancellationToken);

    /// <summary>Roles a person holds on that day, as <c>service/role</c>.</summary>
    public async Task<IReadOnlySet<string>> RolesOfAsync(Guid person, DateOnly day, CancellationToken cancellationToken = default) =>
        (await HoldingOn(day).Where(x => x.PersonId == person).Select(x => x.Service + "/" + x.RoleKey).ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>The deputy in force for a person on a body, if there is one.</summary>
    public async Task<Guid?> DeputyAsync(string service, string body, Guid person, DateOnly day, CancellationToken cancellationToken = default) =>
        await db.Deputies.AsNoTracking()
            .Where(x => x.Service == service && x.BodyKey == body && x.ForPersonId == person && x.From <= day && (x.To == null || x.To >= day))
            .OrderBy(x => x.From).Select(x => (Guid?)x.DeputyPersonId).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<RoleHolding> HoldingOn(DateOnly day) =>
        db.RoleHoldings.AsNoTracking().Where(x => x.From <= day && (x.To == null || x.To >= day));
}

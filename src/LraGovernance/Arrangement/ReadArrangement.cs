using LraGovernance.Bodies;
using LraGovernance.Data;
using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Arrangement;

/// <summary>
/// Who commissions, who delivers and what each is asked for: both sides of the table in one view (004 3.1 to 3.5, 4.1; ).
/// By role and never by name.
/// </summary>
[Anyone("who answers for a public service is public, by role")]
public sealed record ReadArrangement(string Service) : IQuery<ArrangementView>;

/// <param name="Roles">Those who hold a seat or are asked for something, in the order of the bodies.</param>
public sealed record ArrangementView(ServiceRecord Service, IReadOnlyList<BodyLine> Bodies, IReadOnlyList<RoleDuties> Roles);

/// <summary>The commissioned service itself .</summary>
public sealed record ServiceRecord(
    string Name, string Authority, string? Directorate, string? CabinetPortfolio, DateOnly? CommissionedFrom, string? DecidedBy, string? DecidedIn);

/// <param name="Duties">What the processes ask of it as a whole.</param>
public sealed record BodyLine(string Key, string Name, Rule Rule, int Quorum, IReadOnlyList<SeatLine> Seats, IReadOnlyList<string> Duties);

/// <param name="Places">How many of the role sit there.</param>
/// <param name="BothSides">Sits on both sides of the table.</param>
public sealed record SeatLine(string RoleTitle, string Side, string Capacity, int Places, bool IsChair, bool BothSides);

/// <param name="Posts">How many people hold it today.</param>
/// <param name="Duties">What the processes ask of it.</param>
public sealed record RoleDuties(string Title, string Side, int Posts, IReadOnlyList<string> Duties);

internal sealed class ReadArrangementHandler(GovernanceDb db, PackFolder packs, WorkflowCatalogue catalogue, TimeProvider clock) : IRequestHandler<ReadArrangement, ArrangementView>
{
    public async Task<ArrangementView> Handle(ReadArrangement request, CancellationToken cancellationToken)
    {
        var service = await db.Services.AsNoTracking().SingleAsync(x => x.Key == request.Service, cancellationToken);
        var bodies = await db.Bodies.AsNoTracking().Include(x => x.Seats).Where(x => x.Service == request.Service).ToListAsync(cancellationToken);
        var roles = await db.Roles.AsNoTracking().Where(x => x.Service == request.Service).ToDictionaryAsync(x => x.Key, cancellationToken);
        var today = Calendar.London.DateOf(clock.GetUtcNow());
        var posts = await db.RoleHoldings.AsNoTracking().Where(x => x.Service == request.Service && x.From <= today && (x.To == null || x.To >= today))
            .GroupBy(x => x.RoleKey).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        var (ofRoles, ofBodies) = (Duties("role"), Duties("body"));
        var both = BothSides.Of(bodies, roles.ToDictionary(x => x.Key, x => x.Value.Side));
        return new(
            RecordOf(service, packs.Open(service.Pack).Read<PackHead>("pack.json").Service),
            [.. bodies.OrderBy(x => x.Name, StringComparer.Ordinal).Select(x => new BodyLine(x.Key, x.Name, x.Rule, x.Quorum, [.. Seats(x)], [.. ofBodies[x.Key]]))],
            [.. roles.Values.Where(x => ofRoles.Contains(x.Key)).OrderBy(x => x.Side, StringComparer.Ordinal).ThenBy(x => x.Title, StringComparer.Ordinal)
                .Select(x => new RoleDuties(x.Title, x.Side, posts.GetValueOrDefault(x.Key), [.. ofRoles[x.Key]]))]);

        IEnumerable<SeatLine> Seats(Body body) => body.Seats.OrderBy(x => x.Position).GroupBy(x => (x.RoleKey, x.Capacity))
            .Select(x => new SeatLine(roles[x.Key.RoleKey].Title, roles[x.Key.RoleKey].Side, x.Key.Capacity, x.Count(), x.Any(seat => seat.Key == body.ChairSeat), both.Contains(x.Key.RoleKey)));
    }

    private ILookup<string, string> Duties(string asked) => catalogue.NewestOfEach
        .SelectMany(x => x.Definition.AllActivities(), (file, step) => (file.Definition.Name, step.DisplayText, Asked: step.Literal(asked)))
        .Where(x => x.Asked is not null).ToLookup(x => x.Asked!, x => $"{x.Name}: {x.DisplayText}");

    private static ServiceRecord RecordOf(CommissionedService service, PackService facts) => new(
        service.Name, service.Authority, facts.Directorate, facts.CabinetPortfolio, facts.CommissionedFrom, facts.Decision?.Body, facts.Decision?.Month);
}

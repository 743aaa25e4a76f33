using LraGovernance.Bodies;

namespace LraGovernance.Arrangement;

/// <summary>Who sits on both sides of the table (004 3.3, 3.5; R-017). Rules alone.</summary>
public static class BothSides
{
    private static readonly string[] Parties = ["council", "service"];

    /// <summary>
    /// The roles that act for one party alone and also sit on a body where both parties meet: the corporate director commissions with the directorate's
    /// team and sits on the Board with the head of service, who answers for the service elsewhere.
    /// </summary>
    /// <param name="bodies">The bodies with their seats.</param>
    /// <param name="side">The side of each role.</param>
    public static IReadOnlySet<string> Of(IReadOnlyCollection<Body> bodies, IReadOnlyDictionary<string, string> side)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        ArgumentNullException.ThrowIfNull(side);
        var where = bodies.ToLookup(x => x.Seats.Select(seat => side[seat.RoleKey]).Intersect(Parties).Count() == Parties.Length);
        return RolesOf(where[true]).Intersect(RolesOf(where[false].Where(x => x.Seats.TrueForAll(seat => Parties.Contains(side[seat.RoleKey]))))).ToHashSet();
    }

    private static IEnumerable<string> RolesOf(IEnumerable<Body> bodies) => bodies.SelectMany(x => x.Seats).Select(x => x.RoleKey);
}

namespace LraGovernance.Pipeline;

public enum ActorKind { Anonymous, Person, System }

/// <summary>How sure the record is of who acted. Step-up raises it in a later issue.</summary>
public enum Assurance { None, Link }

/// <summary>
/// Who asks for something, and through what. The record repeats it with every change (design section 7).
/// </summary>
/// <param name="Kind">A person, the system itself, or nobody known.</param>
/// <param name="PersonId">The person, when <paramref name="Kind"/> is Person; for a step, the person whose act caused it.</param>
/// <param name="Through">page, link, timer, step or verb.</param>
/// <param name="Assurance">How the person was identified.</param>
/// <param name="Roles">Roles held on the day, as <c>service/role</c>.</param>
/// <param name="Invitation">The invitation whose link was opened, when <paramref name="Through"/> is link.</param>
/// <param name="Step">The workflow step that acts, as <c>process/key/activity</c>.</param>
public sealed record Actor(
    ActorKind Kind, Guid? PersonId, string Through, Assurance Assurance,
    IReadOnlySet<string> Roles, Guid? Invitation = null, string? Step = null)
{
    private static readonly HashSet<string> NoRoles = [];

    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, null, "page", Assurance.None, NoRoles);

    public static Actor System(string through) => new(ActorKind.System, null, through, Assurance.None, NoRoles);

    public static Actor ByLink(Guid person, Guid invitation) =>
        new(ActorKind.Person, person, "link", Assurance.Link, NoRoles, invitation);

    public static Actor SignedIn(Guid person, IReadOnlySet<string> roles) =>
        new(ActorKind.Person, person, "page", Assurance.Link, roles);

    public Actor AsStep(string step) => new(ActorKind.System, PersonId, "step", Assurance.None, NoRoles, null, step);

    public bool Holds(string service, string role) => Roles.Contains($"{service}/{role}");
}

/// <summary>The actor of the current scope; set once, at the door.</summary>
public sealed class Caller
{
    public Actor Actor { get; set; } = Actor.Anonymous;

    /// <summary>Commands in progress in this scope: above one, a step's command runs inside another's transaction.</summary>
    internal int Depth { get; set; }
}

namespace LraGovernance.Pipeline;

/// <summary>Who may send a command or open a page. Every command, query and page declares exactly one (a house test).</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class PolicyAttribute : Attribute
{
    /// <param name="actor">Who asks.</param>
    /// <param name="service">The service the request is about; null for a page or query that names none.</param>
    public abstract bool Allows(Actor actor, string? service);
}

/// <summary>Open to the public; the reason is for whoever reviews it.</summary>
public sealed class AnyoneAttribute(string why) : PolicyAttribute
{
    public string Why => why;

    public override bool Allows(Actor actor, string? service) => true;
}

/// <summary>Any person known to us, by session or by link.</summary>
public sealed class KnownPersonAttribute : PolicyAttribute
{
    public override bool Allows(Actor actor, string? service) => actor is { Kind: ActorKind.Person, PersonId: not null };
}

/// <summary>Somebody holding one of the roles today, in the request's service (in any, where it names none).</summary>
public sealed class RolesAttribute(params string[] roles) : PolicyAttribute
{
    public IReadOnlyList<string> Roles => roles;

    public override bool Allows(Actor actor, string? service) => actor.Kind == ActorKind.Person && (service is null
        ? actor.Roles.Any(held => roles.Contains(held[(held.IndexOf('/', StringComparison.Ordinal) + 1)..]))
        : roles.Any(role => actor.Holds(service, role)));
}

/// <summary>Only the system: the agenda, a workflow step, or a verb on the command line.</summary>
public sealed class SystemOnlyAttribute : PolicyAttribute
{
    public override bool Allows(Actor actor, string? service) => actor.Kind == ActorKind.System;
}

/// <summary>Thrown when a policy says no; the page layer answers 403, or the sign-in page for somebody unknown.</summary>
public sealed class NotAllowedException(Type request, Actor actor)
    : Exception($"{request.Name} is not allowed for {actor.Kind} through {actor.Through}.");

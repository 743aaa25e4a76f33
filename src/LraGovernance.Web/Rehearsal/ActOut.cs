using LraGovernance.People;
using LraGovernance.Pipeline;

namespace LraGovernance.Web.Rehearsal;

/// <summary>Who acts, on what, and the ids of what they send.</summary>
/// <param name="Id">The ids of what is always sent, in its order.</param>
/// <param name="IdOf">The id of what is sent only where it is still to be done, by what it is about.</param>
internal sealed record Part(DueAct Due, Actor Actor, string Name, Func<Guid> Id, Func<string, Guid> IdOf)
{
    public Act Act => Due.Act;
}

/// <summary>One thing that scripted people can do, through the same commands that the pages send; named as the script names it.</summary>
internal interface IScriptedAct
{
    string Name { get; }

    /// <returns>The result of the last command.</returns>
    Task<object> PerformAsync(Part part, CancellationToken cancellationToken);
}

/// <summary>Does what the script says a person does.</summary>
internal sealed class ActOut
{
    private static readonly HashSet<string> Good = ["Submitted", "Recorded", "Answered", "Completed", "Asked", "Raised", "Agreed", "Saved", "Reviewed", "Opened", "Applied", "Settled", "Declared", "Screened"];

    private readonly Commands _commands;
    private readonly Randomness _randomness;
    private readonly Dictionary<string, IScriptedAct> _acts;

    public Randomness Randomness => _randomness;

    public ActOut(Commands commands, Randomness randomness)
    {
        (_commands, _randomness) = (commands, randomness);
        _acts = typeof(ActOut).Assembly.GetTypes().Where(x => x is { IsAbstract: false } && x.IsAssignableTo(typeof(IScriptedAct)))
            .Select(x => (IScriptedAct)Activator.CreateInstance(x, commands)!).ToDictionary(x => x.Name);
    }

    /// <exception cref="RehearsalRefusedException">The script says something that nobody can do.</exception>
    public void RequireKnown(Script script)
    {
        var unknown = script.Acts.Select(x => x.Do).Where(x => !_acts.ContainsKey(x)).Distinct().ToList();
        if (unknown.Count > 0)
        {
            throw new RehearsalRefusedException($"The script says {string.Join(", ", unknown.Select(x => $"'{x}'"))}, which nobody can do. What can be done: {string.Join(", ", _acts.Keys.Order())}.");
        }
    }

    public async Task PerformAsync(DueAct due, CancellationToken cancellationToken)
    {
        var person = await _commands.SendAsync(new IdentifyPerson(due.PersonId), Actor.Anonymous, cancellationToken)
            ?? throw new InvalidOperationException($"Nobody is known as {due.PersonId}.");
        var actor = due.Invitation is { } invitation ? Actor.ByLink(person.Id, invitation.Id) : Actor.SignedIn(person.Id, person.Roles);
        var sent = 0;
        var result = await _acts[due.Act.Do].PerformAsync(new Part(due, actor, person.Name, () => _randomness.Id(ScriptedPeople.Purpose, ScriptedPeople.Identity(due, sent++)),
            about => _randomness.Id(ScriptedPeople.Purpose, $"{ScriptedPeople.Identity(due, 0)}/{about}")), cancellationToken);
        if (!Good.Contains(result.GetType().Name))
        {
            throw new InvalidOperationException($"'{due.Act.Do}' of {person.Name} ended as {result}.");
        }
    }
}

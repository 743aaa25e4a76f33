using LraGovernance.People;

namespace LraGovernance.Web.Rehearsal;

/// <summary>
/// What a play need not look up twice: who people are, what they do of themselves in the order of the script, and how far each
/// service has come with that.
/// </summary>
internal sealed class KnownSoFar(Script script)
{
    private readonly List<Act> _acts = [.. script.Acts.Where(x => x is { On: not null, Task: null, Seat: null }).OrderBy(x => x.On).ThenBy(x => x.At)];
    private readonly Dictionary<string, int> _done = [];
    private readonly Dictionary<string, DueAct> _waiting = [];

    public Act? NextOf(string service) => _acts.ElementAtOrDefault(_done.GetValueOrDefault(service));

    /// <summary>Everybody who has been asked for something: nobody changes their address in a play.</summary>
    public Dictionary<Guid, Person> People { get; } = [];

    /// <summary>The next one, where it has been looked up and found still to be done.</summary>
    public DueAct? WaitingOf(string service) => _waiting.GetValueOrDefault(service);

    public void WaitsFor(string service, DueAct act) => _waiting[service] = act;

    public void Done(string service)
    {
        _waiting.Remove(service);
        _done[service] = _done.GetValueOrDefault(service) + 1;
    }
}

namespace LraGovernance.Web.Rehearsal;

/// <summary>
/// What people do of themselves in the order of the script, and how far each service has come: what was once found done in
/// the database is not looked up again.
/// </summary>
internal sealed class OwnActs(Script script)
{
    private readonly List<Act> _acts = [.. script.Acts.Where(x => x is { On: not null, Task: null, Seat: null }).OrderBy(x => x.On).ThenBy(x => x.At)];
    private readonly Dictionary<string, int> _done = [];
    private readonly Dictionary<string, DueAct> _waiting = [];

    public Act? NextOf(string service) => _acts.ElementAtOrDefault(_done.GetValueOrDefault(service));

    /// <summary>The next one, where it has been looked up and found still to be done.</summary>
    public DueAct? WaitingOf(string service) => _waiting.GetValueOrDefault(service);

    public void WaitsFor(string service, DueAct act) => _waiting[service] = act;

    public void Done(string service)
    {
        _waiting.Remove(service);
        _done[service] = _done.GetValueOrDefault(service) + 1;
    }
}

using LraGovernance.Packs;
using LraGovernance.Pipeline;
using LraGovernance.Running;
using LraGovernance.Web.Serving;

namespace LraGovernance.Web.Rehearsal;

/// <summary>
/// The demonstration's script and who plays it. What a scripted person sends has an id made from the script, so that an act
/// that was cut off is not done twice; everything else of a site in Development is chance, as it is live.
/// </summary>
internal sealed class ScriptedPlay(DemoClock clock, Agenda agenda, Commands commands, IServiceScopeFactory scopes, PackFolder packs)
{
    public static readonly Script Nobody = new(DateOnly.MinValue, DateOnly.MinValue, []);

    public Script Script => Script.Read(Path.Combine(packs.Path, Demonstration.Pack, Demonstration.ScriptFile));

    public Task PlayAsync(Script script, DateTimeOffset until, Action<DateTimeOffset> progress, CancellationToken cancellationToken) =>
        new Player(scopes, agenda, new ActOut(commands, new SeededRandomness(Demonstration.Pack)), clock, clock.MoveTo)
            .PlayAsync(script, until, progress, cancellationToken);
}

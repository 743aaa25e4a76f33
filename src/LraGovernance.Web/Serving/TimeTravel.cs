using LraGovernance.Pipeline;
using LraGovernance.Web.Rehearsal;
using LraGovernance.Web.Shell;

namespace LraGovernance.Web.Serving;

/// <summary>A stretch of time that was gone through, and what the record tells of it.</summary>
/// <param name="From">Where the clock stood.</param>
/// <param name="To">Where it stands now; short of the aim when something failed.</param>
/// <param name="WithPeople">The scripted people acted.</param>
/// <param name="Happened">What happened, in order.</param>
/// <param name="Failure">Why it stopped.</param>
internal sealed record Journey(DateTimeOffset From, DateTimeOffset To, bool WithPeople, IReadOnlyList<TimelineEvent> Happened, string? Failure);

/// <summary>
/// Moves a demonstration's clock on: everything due on the way is performed in its order, each at its own time. Meanwhile the
/// bell is silent. There is no way back: the record's times do not go back.
/// </summary>
internal sealed class TimeTravel(
    DemoClock clock, ScriptedPlay play, Commands commands, Randomness randomness, IServiceScopeFactory scopes, Readiness readiness,
    IHostApplicationLifetime lifetime, ILogger<TimeTravel> log)
{
    private readonly Lock _lock = new();
    private Task _journey = Task.CompletedTask;

    public bool UnderWay => readiness.Travelling;

    public string Progress { get; private set; } = "";

    public Journey? Last { get; private set; }

    /// <summary>Sets off, and comes back when it has arrived or after a moment, whichever is first.</summary>
    /// <returns>False when another journey is still under way.</returns>
    public async Task<bool> SetOffAsync(DateTimeOffset to, bool withPeople, TimeSpan wait)
    {
        lock (_lock)
        {
            if (readiness.Travelling || !readiness.Ready)
            {
                return false;
            }

            readiness.Travelling = true;
            Progress = LondonTime.Day(clock.GetUtcNow());
            _journey = Task.Run(() => TravelAsync(to, withPeople, lifetime.ApplicationStopping));
        }

        await Task.WhenAny(_journey, Task.Delay(wait));
        return true;
    }

    private async Task TravelAsync(DateTimeOffset to, bool withPeople, CancellationToken cancellationToken)
    {
        var (from, timeline) = (clock.GetUtcNow(), new TimelineReader(scopes));
        string? failure = null;
        try
        {
            await timeline.SkipAsync(cancellationToken);
            try
            {
                await play.PlayAsync(withPeople ? play.Script : ScriptedPlay.Nobody, to, x => Progress = LondonTime.Day(x), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The clock could not be moved on to {To}", to);
                failure = fault.Message;
            }

            var reached = clock.GetUtcNow();
            var note = new NoteDemonstration(
                randomness.Id("note-demonstration", ""), NoteDemonstration.ClockMoved, $"The demonstration's clock is moved on to {LondonTime.Moment(reached)}");
            await commands.SendAsync(note, Actor.System("page"), cancellationToken);
            Last = new(from, reached, withPeople, await timeline.NewAsync(cancellationToken), failure);
        }
        catch (OperationCanceledException)
        {
            // The site stops; what was done is done, and the next start goes on from the record.
        }
        finally
        {
            readiness.Travelling = false;
        }
    }
}

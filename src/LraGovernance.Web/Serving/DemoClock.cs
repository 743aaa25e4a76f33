namespace LraGovernance.Web.Serving;

/// <summary>
/// The clock of a Development site: it stands where the demonstration was played to, goes on in real time, and can be moved
/// forward. Never back: the record's times do not go back.
/// </summary>
internal sealed class DemoClock(TimeProvider real, DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _set = start;
    private DateTimeOffset _since = real.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _set + (real.GetUtcNow() - _since);
        }
    }

    public void MoveTo(DateTimeOffset time)
    {
        lock (_lock)
        {
            var now = _set + (real.GetUtcNow() - _since);
            (_set, _since) = (time > now ? time : now, real.GetUtcNow());
        }
    }
}

/// <summary>A clock that stands still until it is moved: a rehearsal's.</summary>
internal sealed class StandingClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset time)
    {
        if (time > GetUtcNow())
        {
            Interlocked.Exchange(ref _ticks, time.UtcTicks);
        }
    }
}

namespace LraGovernance.Pipeline;

/// <summary>
/// One writer at a time on SQLite, so that writers queue here in order instead of colliding in the file (a collision costs
/// hundreds of milliseconds). PostgreSQL orders writers by the head row's lock, and passes straight through.
/// </summary>
public sealed class WriterGate(bool closes) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    internal async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (!closes)
        {
            return new Turn(null);
        }

        await _gate.WaitAsync(cancellationToken);
        return new Turn(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}

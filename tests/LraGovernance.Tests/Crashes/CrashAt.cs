using LraGovernance.Pipeline;

namespace LraGovernance.Tests.Crashes;

/// <summary>The process died here. A cancellation, because no net in the product catches one: nothing runs after it.</summary>
internal sealed class DiedException(string point) : OperationCanceledException($"Died at {point}.");

/// <summary>Counts the crash points that are passed, and dies at one of them.</summary>
internal sealed class CrashAt(int? crossing) : ICrashPoints
{
    private readonly List<string> _passed = [];

    public IReadOnlyList<string> Passed => _passed;

    public void Pass(string point)
    {
        _passed.Add(point);
        if (_passed.Count == crossing)
        {
            throw new DiedException(point);
        }
    }
}

namespace LraGovernance.Escalations;

/// <summary>What happens to an exception, in the words of its history.</summary>
internal static class ExceptionStory
{
    internal static string Taken(Handling handling) => handling switch
    {
        Handling.Managed => "The senior management team manages it",
        Handling.Planned => "The senior management team asks for an action plan",
        _ => "The senior management team takes it to the Strategic Board",
    };

    /// <param name="passed">How often the figures have been evaluated since it was handled, or the Board last decided.</param>
    /// <param name="periods">For how many evaluations it is watched.</param>
    internal static string Watched(int passed, int periods) => (passed, periods) switch
    {
        (0, 1) => "Watched until the figures are next evaluated",
        (0, _) => $"Watched while the figures are evaluated {periods} times",
        _ => $"Watched on: the figures have been evaluated {(passed == 1 ? "once" : $"{passed} times")}, of {periods}",
    };
}

namespace LraGovernance.Tasks;

/// <summary>Kinds of task that no command of a feature completes: whoever is asked ticks them off.</summary>
public static class TickedOff
{
    /// <summary>Done elsewhere: it stands for a process that is not built yet.</summary>
    public const string ByHand = "start-by-hand";

    /// <summary>Done figure by figure, and over when that is all that can be had.</summary>
    public const string BringInFigures = "bring-in-figures";
}

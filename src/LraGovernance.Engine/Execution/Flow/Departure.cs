namespace LraGovernance.Engine.Execution.Flow;

/// <summary>An activity being left by its outcomes; one that was skipped has none.</summary>
internal sealed class Departure(int place, string[] outcomes)
{
    public int Place => place;

    public int Next { get; set; }

    public bool LeavesBy(string port)
    {
        foreach (var outcome in outcomes)
            if (outcome == port)
                return true;
        return false;
    }
}

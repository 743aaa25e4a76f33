using LraGovernance.Specifications;

namespace LraGovernance.Web.Pages.Specifications;

/// <summary>What stands in small print under a clause: what it serves, what measures it, where it comes from.</summary>
internal static class ClauseNotes
{
    public static IEnumerable<string> Of(Clause clause)
    {
        if (clause.Objective)
        {
            yield return "An overarching objective.";
        }

        yield return clause.Outcome == "all" ? "Serves every outcome." : $"Serves outcome {clause.Outcome[(clause.Outcome.IndexOf('/', StringComparison.Ordinal) + 1)..]}.";
        if (clause.Indicator is not null)
        {
            yield return $"Measured by {clause.Indicator}.";
        }

        if (clause.PlanAnswers)
        {
            yield return "The service plan must answer it.";
        }

        yield return $"Source: {clause.Source}.";
    }
}

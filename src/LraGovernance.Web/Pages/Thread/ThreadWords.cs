using LraGovernance.Thread;

namespace LraGovernance.Web.Pages.Thread;

/// <summary>How the golden thread is worded.</summary>
internal static class ThreadWords
{
    public static string Many(string kind) => kind switch
    {
        "outcome" => "Outcomes",
        "clause" => "Clauses of the specification",
        "activity" => "Activities of the service plan",
        "indicator" => "Indicators",
        "exception" => "Exceptions",
        "decision" => "Decisions",
        "variation" => "Variations",
        "change" => "Changes",
        "version" => "Versions of the specification",
        "sentence" => "Sentences of the annual report",
        _ => kind,
    };

    /// <summary>What is missing where an end of that kind hangs loose.</summary>
    public static string Missing(string kind) => kind switch
    {
        "outcome" => "No clause serves it",
        "clause" => "No plan activity answers it",
        "indicator" => "No clause is measured by it",
        "exception" => "No decision has been made on it",
        "decision" => "No sentence of an annual report tells of it",
        _ => "Nothing follows from it",
    };

    public static string Address(NamedEnd named) => $"/thread/{named.End.Kind}/{named.End.Key}";
}

using System.Text.Json.Nodes;

namespace LraGovernance.Meetings;

/// <summary>What stands on the front of a paper, and where and when it is heard .</summary>
/// <param name="Body">The body that meets.</param>
/// <param name="Date">The named date of its meeting.</param>
/// <param name="Authors">Authors by role.</param>
/// <param name="PastPathway">Where it has been.</param>
/// <param name="FuturePathway">Where it goes next.</param>
/// <param name="Recommendations">Each begins with its kind: note, comment, endorse, review.</param>
public sealed record PaperHead(string Body, string Date, string Authors, string PastPathway, string FuturePathway, IReadOnlyList<string> Recommendations)
{
    internal static PaperHead OfTheSpecification { get; } = new(
        "cabinet-committee", "cabinet-committee", "Cabinet Member and Corporate Director", "Senior management team; Commissioning Advisory Board", "Strategic Board",
        ["Discuss and comment on the service specification", "Endorse the service specification and the commissioning approach", "Endorse how the issues that are still open are handled"]);

    /// <summary>Null where the step names no date: the specification's own paper.</summary>
    /// <exception cref="InvalidOperationException">A date is named and part of the rest is missing.</exception>
    internal static PaperHead? From(JsonObject input)
    {
        var date = (string?)input["date"];
        return date is null ? null : new(
            Text("body"), date, Text("authors"), Text("pastPathway"), Text("futurePathway"), [.. input["recommendations"]!.AsArray().Select(x => (string)x!)]);

        string Text(string name) => (string?)input[name] ?? throw new InvalidOperationException($"A paper for {date} has no '{name}'.");
    }
}

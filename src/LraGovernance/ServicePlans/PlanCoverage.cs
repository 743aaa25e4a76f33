using LraGovernance.Specifications;

namespace LraGovernance.ServicePlans;

/// <summary>Something that the specification wants an answer to, and the activities that give one.</summary>
/// <param name="Kind">outcome or clause.</param>
/// <param name="Key">Its code or number.</param>
/// <param name="AnsweredBy">Numbers of activities; none is a gap.</param>
public sealed record CoverageLine(string Kind, string Key, string Title, IReadOnlyList<string> AnsweredBy)
{
    public bool IsGap => AnsweredBy.Count == 0;

    public string Name => Kind == "clause" ? $"Clause {Key} {Title}" : $"Outcome {Key} {Title}";
}

/// <summary>Whether a plan answers the specification: every outcome, and every clause that asks for it (clause 1.3). Pure.</summary>
public static class PlanCoverage
{
    /// <summary>Each outcome, then each clause that asks for an answer, in the order of the specification.</summary>
    public static IReadOnlyList<CoverageLine> Of(SpecificationDocument document, IReadOnlyCollection<NumberedActivity> activities)
    {
        ArgumentNullException.ThrowIfNull(document);
        var parents = document.Outcomes.Where(x => x.Parent is not null).ToDictionary(x => x.Code, x => x.Parent!);
        var byOutcome = activities.ToLookup(x => parents.GetValueOrDefault(x.Content.Outcome, x.Content.Outcome), x => x.Number);
        var byClause = activities.SelectMany(x => x.Content.Clauses.Select(clause => (clause, x.Number))).ToLookup(x => x.clause, x => x.Number);
        return
        [
            .. document.Outcomes.Where(x => x.Parent is null).Select(x => new CoverageLine("outcome", x.Code, x.Title, [.. byOutcome[x.Code]])),
            .. document.Clauses.Where(x => x.PlanAnswers).Select(x => new CoverageLine("clause", x.Id, x.Heading, [.. byClause[x.Id].Distinct()])),
        ];
    }

    public static IReadOnlyList<CoverageLine> Gaps(SpecificationDocument document, IReadOnlyCollection<NumberedActivity> activities) =>
        [.. Of(document, activities).Where(x => x.IsGap)];

    /// <summary>Activities that answer no clause which the specification has.</summary>
    public static IReadOnlyList<NumberedActivity> Unlinked(SpecificationDocument document, IReadOnlyCollection<NumberedActivity> activities)
    {
        var clauses = document.Clauses.Select(x => x.Id).ToHashSet();
        return [.. activities.Where(x => !x.Content.Clauses.Any(clauses.Contains))];
    }
}

namespace LraGovernance.Meetings;

/// <summary>What a paper asks of a committee, item by item (004 recommendation, §9; ). Rules alone.</summary>
public static class Recommendations
{
    private static readonly string[] Kinds = ["endorse", "note", "comment", "prioritise", "review", "agree"];

    /// <summary>The kind of a recommendation: the first of its words that names one; "other" where none does.</summary>
    public static string KindOf(string recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        return recommendation.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(x => x.ToLowerInvariant()).FirstOrDefault(x => Kinds.Contains(x)) ?? "other";
    }

    /// <summary>Whether the paper as a whole is endorsed: every item that asks for it is; where none asks for it, every item is agreed.</summary>
    /// <param name="recommendations">What is asked.</param>
    /// <param name="agreed">What the committee did with each.</param>
    public static bool Endorsed(IReadOnlyList<string> recommendations, IReadOnlyList<bool> agreed)
    {
        ArgumentNullException.ThrowIfNull(recommendations);
        ArgumentNullException.ThrowIfNull(agreed);
        var items = recommendations.Zip(agreed, (text, yes) => (Endorses: KindOf(text) == "endorse", Yes: yes)).ToList();
        return items.Where(x => x.Endorses || !items.Exists(y => y.Endorses)).All(x => x.Yes);
    }
}

namespace LraGovernance.Thread;

/// <summary>An end of the golden thread as people know it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Address">The page that shows it; null where it has none.</param>
/// <param name="MustLeadOn">Somebody is to answer for it when nothing follows: an outcome without a clause, an exception without a decision.</param>
/// <param name="MustComeFrom">It must rest on something: an indicator on a clause.</param>
/// <param name="MustLeadTo">The kind that must follow, where not any will do: a clause that asks the plan for an answer leads to an activity.</param>
public sealed record NamedEnd(ThreadEnd End, string Title, string? Address, bool MustLeadOn = false, bool MustComeFrom = false, string? MustLeadTo = null);

/// <summary>Where the thread finds the ends of a kind; each feature that has any registers one.</summary>
internal interface IThreadEnds
{
    /// <summary>Every end there is for the service, linked or not.</summary>
    Task<IReadOnlyList<NamedEnd>> AllAsync(string service, CancellationToken cancellationToken);
}

/// <summary>Follows the golden thread. Pure.</summary>
public static class ThreadWalk
{
    /// <summary>The kinds in the order of the thread (design: outcome to sentence of the annual report).</summary>
    public static readonly IReadOnlyList<string> Kinds = ["outcome", "clause", "activity", "indicator", "exception", "decision", "variation", "change", "sentence"];

    /// <summary>Where a kind stands in the order of the thread; one that has no place there comes last.</summary>
    public static int PlaceOf(string kind) => Kinds.TakeWhile(x => x != kind).Count();

    /// <summary>Everything that can be reached from an end along the links, nearest first, without the end itself.</summary>
    /// <param name="links">The links of a service.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="onward">From outcome towards sentence, or back.</param>
    public static IReadOnlyList<ThreadEnd> From(IEnumerable<ThreadLink> links, ThreadEnd start, bool onward)
    {
        var next = links.Select(x => (From: new ThreadEnd(x.FromKind, x.FromKey), To: new ThreadEnd(x.ToKind, x.ToKey)))
            .ToLookup(x => onward ? x.From : x.To, x => onward ? x.To : x.From);
        var seen = new HashSet<ThreadEnd> { start };
        var found = new List<ThreadEnd>();
        for (var waiting = new Queue<ThreadEnd>([start]); waiting.TryDequeue(out var end);)
        {
            foreach (var one in next[end].Where(seen.Add))
            {
                found.Add(one);
                waiting.Enqueue(one);
            }
        }

        return found;
    }

    /// <summary>The ends that must lead on or rest on something, and do not.</summary>
    public static IReadOnlyList<NamedEnd> Unlinked(IReadOnlyCollection<ThreadLink> links, IEnumerable<NamedEnd> ends)
    {
        var from = links.Select(x => new ThreadEnd(x.FromKind, x.FromKey)).ToHashSet();
        var to = links.Select(x => new ThreadEnd(x.ToKind, x.ToKey)).ToHashSet();
        var kinds = links.Select(x => (new ThreadEnd(x.FromKind, x.FromKey), x.ToKind)).ToHashSet();
        return [.. ends.Where(x => (x.MustLeadOn && !from.Contains(x.End)) || (x.MustComeFrom && !to.Contains(x.End)) || (x.MustLeadTo is { } kind && !kinds.Contains((x.End, kind))))];
    }
}

using LraGovernance.Data;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Thread;

/// <summary>
/// One link of the golden thread: outcome, clause, activity, indicator, exception, decision, variation, change, sentence. It is stored when the fact
/// behind it happens, and can be followed both ways.
/// </summary>
public sealed class ThreadLink
{
    public required string Service { get; init; }
    public required string FromKind { get; init; }
    public required string FromKey { get; init; }
    public required string ToKind { get; init; }
    public required string ToKey { get; init; }

    /// <summary>What the one is to the other: answered by, measured by, raised, decided by, told in.</summary>
    public required string Why { get; init; }
    public DateTimeOffset At { get; init; }
}

/// <summary>An end of a link, such as clause 2016-17/4.2 or exception EX-2016-17-003.</summary>
public readonly record struct ThreadEnd(string Kind, string Key)
{
    public static ThreadEnd Outcome(string code) => new("outcome", code);

    public static ThreadEnd Clause(string financialYear, string clause) => new("clause", $"{financialYear}/{clause}");

    public static ThreadEnd Activity(string financialYear, string activity) => new("activity", $"{financialYear}/{activity}");

    public static ThreadEnd Indicator(string reference) => new("indicator", reference);

    public static ThreadEnd Exception(string number) => new("exception", number);

    public static ThreadEnd Decision(Guid request) => new("decision", request.ToString());

    public static ThreadEnd Variation(string number) => new("variation", number);

    public static ThreadEnd Change(string number) => new("change", number);

    public static ThreadEnd Version(string name) => new("version", name);

    public static ThreadEnd Sentence(string financialYear, string sentence) => new("sentence", $"{financialYear}/{sentence}");
}

/// <summary>Ties the ends together, in the commit of whatever ties them.</summary>
internal sealed class GoldenThread(GovernanceDb db, TimeProvider clock)
{
    /// <summary>Ties many at once, with one look at what is tied already.</summary>
    internal async Task TieAllAsync(string service, string fromKind, IEnumerable<(ThreadEnd From, ThreadEnd To, string Why)> ties, CancellationToken cancellationToken)
    {
        var tied = (await db.ThreadLinks.Where(x => x.Service == service && x.FromKind == fromKind).ToListAsync(cancellationToken))
            .Select(x => (new ThreadEnd(x.FromKind, x.FromKey), new ThreadEnd(x.ToKind, x.ToKey))).ToHashSet();
        db.ThreadLinks.AddRange(ties.Where(x => tied.Add((x.From, x.To))).Select(x => new ThreadLink
        {
            Service = service, FromKind = x.From.Kind, FromKey = x.From.Key, ToKind = x.To.Kind, ToKey = x.To.Key, Why = x.Why, At = clock.GetUtcNow(),
        }));
    }

    /// <summary>Takes an end off the thread: what it was tied to hangs loose again where nothing else holds it.</summary>
    internal async Task UntieAsync(string service, ThreadEnd end, CancellationToken cancellationToken)
    {
        db.ThreadLinks.RemoveRange(await db.ThreadLinks.Where(x => x.Service == service
            && ((x.FromKind == end.Kind && x.FromKey == end.Key) || (x.ToKind == end.Kind && x.ToKey == end.Key))).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken); // it may be tied anew at once
    }

    internal async Task TieAsync(string service, ThreadEnd from, ThreadEnd to, string why, CancellationToken cancellationToken)
    {
        if (await db.ThreadLinks.FindAsync([service, from.Kind, from.Key, to.Kind, to.Key], cancellationToken) is null)
        {
            db.ThreadLinks.Add(new ThreadLink
            {
                Service = service, FromKind = from.Kind, FromKey = from.Key, ToKind = to.Kind, ToKey = to.Key, Why = why, At = clock.GetUtcNow(),
            });
        }
    }
}

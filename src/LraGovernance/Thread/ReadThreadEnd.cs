using LraGovernance.Data;
using LraGovernance.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LraGovernance.Thread;

/// <summary>One end of the golden thread with what it hangs on and what hangs on it, all the way in both directions.</summary>
[KnownPerson]
public sealed record ReadThreadEnd(string Service, string Kind, string Key) : IQuery<ThreadEndView?>;

/// <param name="ComesFrom">What ties it directly to what is before it.</param>
/// <param name="LeadsTo">What ties it directly to what follows.</param>
/// <param name="AllBefore">Everything it rests on, in the order of the thread.</param>
/// <param name="AllAfter">Everything that followed from it, in the order of the thread.</param>
public sealed record ThreadEndView(
    NamedEnd Named, IReadOnlyList<TiedEnd> ComesFrom, IReadOnlyList<TiedEnd> LeadsTo, IReadOnlyList<NamedEnd> AllBefore, IReadOnlyList<NamedEnd> AllAfter);

public sealed record TiedEnd(NamedEnd Named, string Why, DateTimeOffset At);

internal sealed class ReadThreadEndHandler(GovernanceDb db, IEnumerable<IThreadEnds> sources) : IRequestHandler<ReadThreadEnd, ThreadEndView?>
{
    public async Task<ThreadEndView?> Handle(ReadThreadEnd request, CancellationToken cancellationToken)
    {
        var end = new ThreadEnd(request.Kind, request.Key);
        var links = await db.ThreadLinks.AsNoTracking().Where(x => x.Service == request.Service).ToListAsync(cancellationToken);
        var named = await ReadThreadHandler.NamedAsync(sources, request.Service, links, cancellationToken);
        return named.GetValueOrDefault(end) is not { } own ? null : new(
            own,
            [.. links.Where(x => x.ToKind == end.Kind && x.ToKey == end.Key).Select(x => new TiedEnd(named[new(x.FromKind, x.FromKey)], x.Why, x.At)).OrderBy(x => Place(x.Named))],
            [.. links.Where(x => x.FromKind == end.Kind && x.FromKey == end.Key).Select(x => new TiedEnd(named[new(x.ToKind, x.ToKey)], x.Why, x.At)).OrderBy(x => Place(x.Named))],
            All(onward: false), All(onward: true));

        IReadOnlyList<NamedEnd> All(bool onward) => [.. ThreadWalk.From(links, end, onward).Select(x => named[x]).OrderBy(Place)];
    }

    private static (int, string) Place(NamedEnd named) => (ThreadWalk.PlaceOf(named.End.Kind), named.End.Key);
}
